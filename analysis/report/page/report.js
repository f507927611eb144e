(() => {
  'use strict';
  // The tables are in the page already: this script only draws what they say.
  const data = JSON.parse(document.getElementById('report-data').textContent);
  const DASHES = ['solid', [7, 4], [2, 3], [9, 3, 2, 3]];
  const SYMBOLS = ['circle', 'diamond', 'triangle', 'rect'];
  const DAY = 86400000;
  const charts = [];
  let printing = false;

  const css = (name) => {
    return getComputedStyle(document.documentElement).getPropertyValue('--' + name).trim();
  };

  function theme() {
    const base = {color: css('ink'), fontFamily: getComputedStyle(document.body).fontFamily,
                  fontSize: printing ? 10 : 12};
    return {
      ink: css('ink'), soft: css('soft'), grid: css('grid'), paper: css('paper'), panel: css('panel'),
      line: css('line'), operation: css('operation'), text: base,
      series: (i) => css('series-' + (i % 4)),
    };
  }

  function textWidth(text, size) {
    const pen = textWidth.pen || (textWidth.pen = document.createElement('canvas').getContext('2d'));
    pen.font = size + 'px ' + getComputedStyle(document.body).fontFamily;
    return pen.measureText(text).width;
  }

  const escapeHtml = (text) => {
    const p = document.createElement('p');
    p.textContent = text;
    return p.innerHTML;
  };

  function tooltip(t) {
    return {backgroundColor: t.paper, borderColor: t.soft, textStyle: t.text, confine: true,
            transitionDuration: 0};
  }

  // ---- differences: a dot, a whisker, and the numbers in words -------------------------------
  // The axis ends at data.limit, chosen where the table was made; what goes beyond it ends in an
  // arrow there, since its numbers stand beside it anyway.
  function differencesOption(chart, width, t) {
    const rows = chart.rows, lanes = Math.max(1, data.variants.length), wide = width >= 640;
    const size = t.text.fontSize;
    const left = wide ? Math.min(width * 0.32, Math.max(...rows.map((r) => textWidth(r.label, size))) + 20) : 4;
    const right = wide ? Math.max(...rows.flatMap((r) => r.marks.map((m) => textWidth(m.text, size)))) + 24 : 12;
    const limit = chart.limit;
    const marks = rows.flatMap((row, i) => row.marks.map((m) => ({...m, row: i, label: row.label})));
    return {
      animation: false, textStyle: t.text,
      aria: {enabled: true, label: {description: chart.description}},
      grid: {left, right, top: 8, bottom: 48},
      tooltip: {...tooltip(t), trigger: 'item'},
      xAxis: {
        type: 'value', min: -limit, max: limit, interval: wide ? chart.step : limit,
        name: chart.axis, nameLocation: 'middle', nameGap: 28, nameTextStyle: t.text,
        axisLabel: {color: t.soft, hideOverlap: true, fontSize: size,
                    formatter: (v) => (v > 0 ? '+' : v < 0 ? '\u2212' : '') + Math.abs(v)},
        splitLine: {lineStyle: {color: t.grid}},
      },
      yAxis: {
        type: 'category', inverse: true, data: rows.map((r) => r.label),
        axisLine: {show: false}, axisTick: {show: false},
        splitLine: {show: lanes > 1, lineStyle: {color: t.grid}},
        axisLabel: {show: wide, interval: 0, color: t.ink, fontSize: size, width: left - 14,
                    overflow: 'break'},
      },
      series: [{
        type: 'custom', encode: {x: [1, 2, 3], y: 0}, clip: false,
        data: marks.map((m) => ({
          value: [m.row, m.estimate, m.low, m.high],
          tooltip: {formatter: () => '<b>' + escapeHtml(m.label) + '</b><br>' +
                                     escapeHtml(data.variants[m.variant]) + ': ' + escapeHtml(m.text)},
        })),
        renderItem: (params, api) => {
          const m = marks[params.dataIndex];
          return whisker(m, api, params.coordSys, {t, wide, limit, lanes, first: m === marks.find((o) => o.row === m.row)});
        },
        markLine: {silent: true, symbol: 'none', label: {show: false},
                   lineStyle: {color: t.soft, type: 'solid', width: 1}, data: [{xAxis: 0}]},
      }],
    };
  }

  function whisker(m, api, box, {t, wide, limit, lanes, first}) {
    const colour = t.series(m.variant + 1), size = t.text.fontSize;
    const band = api.size([0, 1])[1];
    const middle = api.coord([0, m.row])[1];
    const top = wide ? middle - band / 2 : middle - band / 2 + size + 6;
    const lane = (wide ? band : band - size - 6) / lanes;
    const y = top + lane * (m.variant + 0.5);
    const x = (v) => api.coord([Math.max(-limit, Math.min(limit, v)), m.row])[0];
    const children = [];
    const line = (x1, y1, x2, y2, more) => children.push({
      type: 'line', shape: {x1, y1, x2, y2}, style: {stroke: colour, lineWidth: 2, ...more}});
    line(x(m.low), y, x(m.high), y, {lineDash: m.variant ? DASHES[m.variant % 4] : null});
    for (const [value, beyond, sign] of [[m.low, m.low < -limit, -1], [m.high, m.high > limit, 1]]) {
      if (beyond) {
        children.push({type: 'polygon', style: {fill: colour},
                       shape: {points: [[x(value) + sign * 7, y], [x(value), y - 5], [x(value), y + 5]]}});
      } else {
        line(x(value), y - 5, x(value), y + 5);
      }
    }
    if (Math.abs(m.estimate) <= limit) children.push(dot(m, x(m.estimate), y, colour, t));
    const say = (text, sx, sy, fill, align) => children.push({
      type: 'text', style: {text, x: sx, y: sy, fill, textAlign: align, textVerticalAlign: 'middle',
                            font: size + 'px ' + t.text.fontFamily}});
    if (wide) {
      say(m.text, box.x + box.width + 12, y, t.ink, 'left');
    } else if (first) {
      const sy = middle - band / 2 + size / 2 + 3;
      say(m.label, box.x, sy, t.ink, 'left');
      if (lanes === 1 && textWidth(m.label + m.text, size) + 12 < box.width) {
        say(m.text, box.x + box.width, sy, t.soft, 'right');
      }
    }
    return {type: 'group', children};
  }

  function dot(m, x, y, colour, t) {
    const style = {fill: m.clear ? colour : t.paper, stroke: colour, lineWidth: 2};
    return markCharts.shapeOf(m.variant, x, y, m.primary ? 7 : 5, style);
  }

  // ---- queues over time ----------------------------------------------------------------------
  function queueOption(chart, width, t) {
    const series = chart.lines.flatMap((l) => [band(l, t), line(l, t)]);
    if (chart.observed.length) {
      series.push({type: 'scatter', name: 'observed', data: chart.observed, symbol: 'circle', z: 5,
                   symbolSize: printing ? 3 : 4, itemStyle: {color: t.ink}});
    }
    const areas = data.operations.map((o) => [{xAxis: o.from, name: o.name}, {xAxis: o.to}]);
    series[1].markArea = {silent: true, label: {show: false}, itemStyle: {color: t.operation}, data: areas};
    return {
      animation: false, useUTC: true, textStyle: t.text,
      aria: {enabled: true, label: {description: chart.description}},
      grid: {left: 4, right: 22, top: 26, bottom: 4, containLabel: true},
      tooltip: {...tooltip(t), trigger: 'axis', axisPointer: {type: 'line', lineStyle: {color: t.soft}},
                formatter: (items) => queueTooltip(chart, items)},
      xAxis: timeAxis(chart, width, t),
      yAxis: {type: 'value', min: 0, name: chart.unit + ' waiting', nameGap: 10, splitNumber: 4,
              nameTextStyle: {...t.text, color: t.soft, align: 'left'},
              axisLabel: {color: t.soft, fontSize: t.text.fontSize,
                          formatter: (v) => grouped(v)},
              splitLine: {lineStyle: {color: t.grid}}},
      series,
    };
  }

  const grouped = (v) => v < 10000 ? String(v) : String(v).replace(/\B(?=(\d{3})+$)/g, '\u202f');

  function timeAxis(chart, width, t) {
    const from = Math.min(...chart.lines.map((l) => l.points[0][0]));
    const to = Math.max(...chart.lines.map((l) => l.points[l.points.length - 1][0]));
    const span = to - from;
    const hours = span <= 2 * DAY;
    const most = Math.max(2, Math.floor(width / (hours ? 100 : 60)));
    const steps = hours ? [DAY / 4, DAY / 2, DAY] : [1, 2, 7, 14, 28, 91, 182].map((d) => d * DAY);
    const step = steps.find((s) => span / s <= most) || 364 * DAY;
    const unit = Math.min(step, DAY);
    const ticks = [];
    for (let at = Math.ceil(from / unit) * unit; at <= to; at += step) ticks.push(at);
    return {
      type: 'time', min: from, max: to,
      axisLine: {lineStyle: {color: t.soft}},
      axisTick: {customValues: ticks},
      axisLabel: {color: t.soft, fontSize: t.text.fontSize, hideOverlap: true, customValues: ticks,
                  formatter: hours ? '{d} {MMM} {HH}:{mm}' : '{d} {MMM}'},
      splitLine: {show: false},
    };
  }

  function line(l, t) {
    return {type: 'line', name: data.scenarios[l.scenario], data: l.points.map((p) => [p[0], p[1]]),
            showSymbol: false, z: 4,
            itemStyle: {color: t.series(l.scenario)},
            lineStyle: {color: t.series(l.scenario), width: 2, type: DASHES[l.scenario % 4]}};
  }

  function band(l, t) {
    const outline = l.points.filter((p) => p[2] !== null);
    return {
      type: 'custom', name: '', silent: true, z: 2, clip: true, encode: {x: 0, y: [1, 2, 3]},
      data: outline,
      tooltip: {show: false},
      renderItem: (params, api) => params.dataIndex === 0 && ({
        type: 'polygon', silent: true,
        shape: {points: [...outline.map((p) => api.coord([p[0], p[3]])),
                         ...outline.slice().reverse().map((p) => api.coord([p[0], p[2]]))]},
        style: {fill: t.series(l.scenario), opacity: 0.18},
      }),
    };
  }

  function queueTooltip(chart, items) {
    const shown = items.filter((i) => i.seriesType !== 'custom');
    if (!shown.length) return '';
    const when = new Date(shown[0].value[0]).toISOString();
    const lines = shown.map((i) => {
      const own = chart.lines.find((l) => data.scenarios[l.scenario] === i.seriesName);
      const point = own && own.points.find((p) => p[0] === i.value[0]);
      const range = point && point[2] !== null
          ? ' (' + grouped(Math.round(point[2])) + '\u2013' + grouped(Math.round(point[3])) + ')' : '';
      return escapeHtml(i.seriesName) + ': ' + grouped(Math.round(i.value[1])) + range;
    });
    return when.slice(0, 10) + ' ' + when.slice(11, 16) + ' UTC<br>' + lines.join('<br>');
  }

  // ---- who tells whom: posts on the left, then desks by how far they are from a post -----------
  const ROW = 88;

  function networkOption(chart, width, t) {
    const rows = Math.max(...chart.nodes.map((n) => n.of));
    const columns = Math.max(...chart.nodes.map((n) => n.column)) + 1;
    const margin = Math.min(110, width / 5), size = t.text.fontSize;
    const place = (n) => ({
      x: margin + (columns > 1 ? n.column / (columns - 1) : 0.5) * (width - 2 * margin),
      y: 36 + (n.row + 0.5) * ROW * rows / n.of,
    });
    const most = Math.max(...chart.links.map((l) => l.sent));
    // The two directions between two places lie beside each other, as far apart as their labels need.
    const at = Object.fromEntries(chart.nodes.map((n) => [n.name, place(n)]));
    const bend = (l) => 28 / Math.hypot(at[l.source].x - at[l.target].x, at[l.source].y - at[l.target].y);
    return {
      animation: false, textStyle: t.text,
      aria: {enabled: true, label: {description: chart.description}},
      tooltip: {...tooltip(t), trigger: 'item', formatter: (p) => escapeHtml(
          p.dataType === 'edge' ? p.data.source + ' to ' + p.data.target + ' by ' + p.data.channel + ': ' + p.data.text
                                : p.name)},
      series: [{
        type: 'graph', layout: 'none', left: 0, right: 0, top: 0, bottom: 0, coordinateSystem: null,
        preserveAspect: false, edgeSymbol: ['none', 'arrow'], edgeSymbolSize: 8,
        emphasis: {disabled: true},
        label: {show: true, position: 'bottom', color: t.ink, fontSize: size, lineHeight: size * 1.25,
                width: 2 * margin - 12, overflow: 'break', textBorderColor: t.paper, textBorderWidth: 3},
        data: [
          ...chart.nodes.map((n) => ({
            name: n.name, ...place(n), symbol: n.post ? 'rect' : 'circle', symbolSize: 20,
            itemStyle: {color: n.post ? t.series(0) : t.series(1), borderColor: t.paper, borderWidth: 2},
          })),
          // The drawing is as large as its place: nothing is stretched.
          ...[[0, 0], [width, heightOfNetwork(chart)]].map(([x, y], i) => ({
            name: ' '.repeat(i + 1), x, y, symbolSize: 0, silent: true, label: {show: false}})),
        ],
        links: chart.links.map((l) => ({
          ...l, lineStyle: {color: t.soft, opacity: 0.85, curveness: bend(l), width: 1 + 5 * l.sent / most},
          label: {show: true, formatter: l.short, color: t.ink, fontSize: size - 1,
                  textBorderColor: t.paper, textBorderWidth: 3},
        })),
      }],
    };
  }

  const heightOfNetwork = (chart) => ROW * Math.max(...chart.nodes.map((n) => n.of)) + 60;

  // ---- drawing, and drawing again when the width, the colours or the medium change ------------
  const timeCharts = makeTimeCharts({data, css, textWidth, tooltip, escapeHtml, grouped, dashes: DASHES});
  const markCharts = makeMarkCharts({textWidth, tooltip, escapeHtml, grouped, dashes: DASHES, symbols: SYMBOLS});
  const OPTIONS = {differences: differencesOption, queue: queueOption, network: networkOption,
                   ...timeCharts.options, ...markCharts.options};

  function heightOf(chart, width) {
    if (chart.kind === 'network') return heightOfNetwork(chart);
    if (chart.kind === 'time_bars') return timeCharts.heightOfBars(chart, width, theme());
    if (chart.ground) return markCharts.heightOfMap(width);
    if (chart.kind === 'rows') return markCharts.heightOfRows(chart, width);
    if (chart.kind !== 'differences') return null;
    const lanes = Math.max(1, data.variants.length), wide = width >= 640;
    return chart.rows.length * (wide ? 12 + 20 * lanes : 30 + 18 * lanes) + 60;
  }

  function draw(entry) {
    const width = entry.place.clientWidth;
    if (!width) return;  // folded away: drawn when it is opened
    const height = heightOf(entry.chart, width);
    if (height) entry.place.style.height = height + 'px';
    const option = OPTIONS[entry.chart.kind];
    if (!entry.drawing) {
      entry.drawing = echarts.init(entry.place, null, {renderer: 'svg'});
    } else {
      entry.drawing.resize();
    }
    entry.drawing.setOption(option(entry.chart, width, theme()), true);
    entry.width = width;
  }

  function guarded(work) {
    try {
      work();
    } catch (error) {
      const place = document.getElementById('chart-problem');
      place.hidden = false;
      place.append(' ' + error.message);
      throw error;
    }
  }

  const drawAll = () => guarded(() => charts.forEach(draw));

  // Unfolding so late would make some browsers print as many pages as before, and no more.
  const unfoldsByStyle = CSS.supports('selector(details::details-content)');

  function printed(now) {
    printing = now;
    for (const fold of unfoldsByStyle ? [] : document.querySelectorAll('details.printed')) {
      if (now) {
        fold.dataset.was = fold.open;
        fold.open = true;
      } else {
        fold.open = fold.dataset.was === 'true';
      }
    }
    drawAll();
  }

  function filterAssumptions() {
    const box = document.getElementById('assumption-filter');
    if (!box) return;
    box.closest('.filter').hidden = false;
    const rows = [...document.querySelectorAll('#assumptions tr[data-words]')];
    const count = document.getElementById('assumption-count');
    box.addEventListener('input', () => {
      const words = box.value.toLowerCase().split(/\s+/).filter(Boolean);
      for (const row of rows) row.hidden = !words.every((w) => row.dataset.words.includes(w));
      for (const group of document.querySelectorAll('#assumptions tbody')) {
        group.hidden = !group.querySelector('tr[data-words]:not([hidden])');
      }
      if (words.length) document.querySelector('#assumptions details').open = true;
      const left = rows.filter((row) => !row.hidden).length;
      count.textContent = words.length ? left + ' of ' + rows.length + ' shown' : '';
    });
  }

  function foldButtons() {
    const button = document.getElementById('unfold');
    button.hidden = false;
    button.addEventListener('click', () => {
      const open = button.dataset.open !== 'yes';
      for (const fold of document.querySelectorAll('details')) fold.open = open;
      button.dataset.open = open ? 'yes' : 'no';
      button.textContent = open ? 'Fold all tables' : 'Unfold all tables';
    });
  }

  guarded(() => {
    for (const place of document.querySelectorAll('[data-chart]')) {
      charts.push({place, chart: data.charts[place.dataset.chart], drawing: null, width: 0});
    }
    drawAll();
    filterAssumptions();
    foldButtons();
  });
  const watcher = new ResizeObserver((changes) => {
    for (const change of changes) {
      const entry = charts.find((c) => c.place === change.target);
      if (entry && entry.place.clientWidth !== entry.width) requestAnimationFrame(() => guarded(() => draw(entry)));
    }
  });
  for (const entry of charts) watcher.observe(entry.place);
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', drawAll);
  matchMedia('print').addEventListener('change', (change) => guarded(() => printed(change.matches)));
  document.documentElement.dataset.drawn = charts.filter((c) => c.place.querySelector('svg')).length;
})();
