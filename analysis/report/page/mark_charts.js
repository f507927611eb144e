// Rows of marks, and planes of marks. What the rest of the page's script has is passed in.
const makeMarkCharts = (page) => {
  'use strict';
  const {textWidth, tooltip, escapeHtml, grouped, dashes, symbols} = page;
  const isWide = (width) => width >= 640;
  const known = (v) => v !== null && v !== undefined;

  // Ends and steps that read well, around all that is drawn.
  function rounded(values, most) {
    let low = Math.min(...values), high = Math.max(...values);
    if (low === high) { low -= Math.abs(low) / 10 || 1; high += Math.abs(high) / 10 || 1; }
    const rough = (high - low) / most, power = 10 ** Math.floor(Math.log10(rough));
    const step = [1, 2, 2.5, 5, 10].map((s) => s * power).find((s) => s >= rough * 0.999);
    const tidy = (v) => Number(v.toPrecision(12));
    return {min: tidy(Math.floor(low / step + 1e-9) * step), max: tidy(Math.ceil(high / step - 1e-9) * step),
            interval: step};
  }

  function shown(v) {
    const text = Number(Math.abs(v).toPrecision(6));
    return (v < 0 ? '\u2212' : '') + (Number.isInteger(text) ? grouped(text) : String(text));
  }

  const axisText = (t) => ({color: t.soft, hideOverlap: true, fontSize: t.text.fontSize, formatter: shown});

  function say(text, x, y, fill, align, t) {
    return {type: 'text', silent: true,
            style: {text, x, y, fill, textAlign: align, textVerticalAlign: 'middle',
                    font: t.text.fontSize + 'px ' + t.text.fontFamily}};
  }

  const stroke = (x1, y1, x2, y2, style) => ({type: 'line', shape: {x1, y1, x2, y2}, style});

  function symbol(m, x, y, r, t) {
    const colour = t.series(m.kind + 1);
    const style = {fill: m.hollow ? t.paper : colour, stroke: m.hollow ? colour : t.paper, lineWidth: m.hollow ? 2 : 1};
    return shapeOf(m.kind, x, y, r, style);
  }

  // The marks of all charts: one of four shapes for each kind.
  function shapeOf(kind, x, y, r, style) {
    const shape = symbols[kind % 4];
    if (shape === 'circle') return {type: 'circle', shape: {cx: x, cy: y, r}, style};
    const points = {
      diamond: [[x, y - r - 1], [x + r + 1, y], [x, y + r + 1], [x - r - 1, y]],
      triangle: [[x, y - r], [x + r, y + r], [x - r, y + r]],
      rect: [[x - r, y - r], [x + r, y - r], [x + r, y + r], [x - r, y + r]],
    }[shape];
    return {type: 'polygon', shape: {points}, style};
  }

  // A line from end to end with a stop at each, across or upright.
  function interval([x1, y1], [x2, y2], m, t) {
    const line = {stroke: t.series(m.kind + 1), lineWidth: 1.5};
    const [dx, dy] = y1 === y2 ? [0, 4] : [4, 0];
    return [stroke(x1, y1, x2, y2, {...line, lineDash: m.kind % 4 ? dashes[m.kind % 4] : null}),
            stroke(x1 - dx, y1 - dy, x1 + dx, y1 + dy, line), stroke(x2 - dx, y2 - dy, x2 + dx, y2 + dy, line)];
  }

  // ---- rows: a name, marks along the axis, and the numbers in words ----------------------------
  const lanesOf = (chart) => Math.max(...chart.rows.map((r) => r.marks.length), 1);

  function heightOfRows(chart, width) {
    const lanes = lanesOf(chart);
    return chart.rows.length * (isWide(width) ? 10 + 18 * lanes : 26 + 16 * lanes) + 60;
  }

  function rowsOption(chart, width, t) {
    const wide = isWide(width), size = t.text.fontSize, lanes = lanesOf(chart);
    const marks = chart.rows.flatMap((row, i) => row.marks.map((m, lane) => ({...m, row: i, lane, label: row.label})));
    const left = wide ? Math.min(width * 0.34, Math.max(...chart.rows.map((r) => textWidth(r.label, size))) + 20) : 8;
    const right = wide ? Math.min(width * 0.34, Math.max(...marks.map((m) => textWidth(m.text, size)))) + 24 : 14;
    const twoLines = 10 + 18 * lanes >= 2.6 * size;  // else a name of two would run into the next
    const ends = [...marks.flatMap((m) => [...m.value, m.from]), ...chart.lines].filter(known);
    return {
      animation: false, textStyle: t.text,
      aria: {enabled: true, label: {description: chart.description}},
      grid: {left, right, top: 8, bottom: 48},
      tooltip: {...tooltip(t), trigger: 'item'},
      xAxis: {type: 'value', ...rounded(ends, wide ? 5 : 3), name: chart.axis, nameLocation: 'middle', nameGap: 28,
              nameTextStyle: t.text, axisLabel: axisText(t), splitLine: {lineStyle: {color: t.grid}}},
      yAxis: {type: 'category', inverse: true, data: chart.rows.map((r) => r.label),
              axisLine: {show: false}, axisTick: {show: false},
              splitLine: {show: lanes > 1, lineStyle: {color: t.grid}},
              axisLabel: {show: wide, interval: 0, color: t.ink, fontSize: size, lineHeight: size * 1.25, width: left - 14,
                          overflow: twoLines ? 'break' : 'truncate'}},
      series: [{
        type: 'custom', encode: {x: 1, y: 0}, clip: false,
        data: marks.map((m) => ({
          value: [m.row, m.value[0]],
          tooltip: {formatter: () => '<b>' + escapeHtml(m.label) + '</b><br>' + escapeHtml(m.text)}})),
        renderItem: (params, api) => rowMark(marks[params.dataIndex], api, params.coordSys, {t, wide, lanes}),
        markLine: {silent: true, symbol: 'none', label: {show: false},
                   lineStyle: {color: t.soft, type: 'solid', width: 1}, data: chart.lines.map((x) => ({xAxis: x}))},
      }],
    };
  }

  function rowMark(m, api, box, {t, wide, lanes}) {
    const band = api.size([0, 1])[1], middle = api.coord([m.value[0], m.row])[1], size = t.text.fontSize;
    const head = wide ? 0 : size + 6;
    const lane = (band - head - 6) / lanes;
    const y = middle - band / 2 + head + 3 + lane * (m.lane + 0.5);
    const x = (v) => api.coord([v, m.row])[0];
    const children = [];
    if (known(m.from)) {
      const [a, b] = [x(m.from), x(m.value[0])].sort((p, q) => p - q);
      children.push({type: 'rect', shape: {x: a, y: y - 5, width: Math.max(b - a, 1), height: 10},
                     style: {fill: t.series(m.kind + 1), opacity: 0.45}});
    }
    if (known(m.value[1])) children.push(...interval([x(m.value[1]), y], [x(m.value[2]), y], m, t));
    if (!known(m.from) || known(m.value[1])) children.push(symbol(m, x(m.value[0]), y, 5, t));
    if (wide) {
      children.push(say(m.text, box.x + box.width + 12, y, t.ink, 'left', t));
    } else if (m.lane === 0) {
      const top = middle - band / 2 + size / 2 + 3;
      const fits = lanes === 1 && textWidth(m.label + m.text, size) + 12 < box.width;
      children.push(say(cut(m.label, box.width, size), box.x, top, t.ink, 'left', t));
      if (fits) children.push(say(m.text, box.x + box.width, top, t.soft, 'right', t));
    }
    return {type: 'group', children};
  }

  function cut(text, width, size) {
    let left = text;
    while (left.length > 1 && textWidth(left, size) > width) left = left.slice(0, -2) + '\u2026';
    return left;
  }

  // ---- maps: planes of degrees east and north, with land behind ---------------------------------
  const heightOfMap = (width) => Math.round(Math.min(Math.max(width * 0.62, 240), 520));

  // All that must be seen, and as far as a kilometre has the same length across and upright.
  function mapOption(chart, width, t) {
    const {west, east, south, north, land} = chart.ground, height = heightOfMap(width);
    const narrower = Math.cos((south + north) / 2 * Math.PI / 180);
    // A pixel, of latitude; marks and names at the rim have room.
    const degree = Math.max((east - west) * narrower / (width - 60), (north - south) / (height - 40));
    const axis = (low, high, span) => ({
      type: 'value', min: (low + high - span) / 2, max: (low + high + span) / 2, show: false});
    const corners = (line, api) => line.map((p) => api.coord(p));
    return {
      animation: false, textStyle: t.text,
      aria: {enabled: true, label: {description: chart.description}},
      grid: {left: 0, right: 0, top: 0, bottom: 0, show: true, borderColor: t.line, borderWidth: 1},
      tooltip: {...tooltip(t), trigger: 'item'},
      xAxis: axis(west, east, degree * width / narrower), yAxis: axis(south, north, degree * height),
      series: [
        {type: 'custom', silent: true, clip: true, z: 1, encode: {x: 0, y: 1}, data: land.map((line) => line[0]),
         tooltip: {show: false},
         renderItem: (params, api) => ({
           type: 'polygon', silent: true, shape: {points: corners(land[params.dataIndex], api)},
           style: {fill: t.panel, stroke: t.soft, lineWidth: 0.6, opacity: 1}})},
        {type: 'custom', encode: {x: 0, y: 1}, clip: true, z: 4,
         data: chart.points.map((p) => ({value: [p.x[0], p.y[0]], tooltip: {formatter: () => escapeHtml(p.text)}})),
         renderItem: (params, api) => mapMark(chart.points[params.dataIndex], api, t)},
        names(chart, t, () => 0),
      ],
    };
  }

  // Where nothing has changed, a dot.
  function mapMark(p, api, t) {
    const [x, y] = api.coord([p.x[0], p.y[0]]);
    return p.size ? symbol(p, x, y, radiusOf(p), t) : shapeOf(0, x, y, 2.5, {fill: t.soft});
  }

  // ---- planes: marks by two numbers, or by a word and a number ----------------------------------
  function planeOption(chart, width, t) {
    if (chart.ground) return mapOption(chart, width, t);
    const size = t.text.fontSize, isWords = chart.x_values.length > 0;
    const xs = [...chart.points.flatMap((p) => p.x), ...chart.upright.map((l) => l.at)].filter(known);
    const ys = [...chart.points.flatMap((p) => p.y), chart.zero_line ? 0 : null].filter(known);
    const name = {nameTextStyle: {...t.text, color: t.soft}, axisLabel: axisText(t)};
    const lines = [...(chart.zero_line ? [{yAxis: 0}] : []), ...chart.upright.map((l) => ({
      xAxis: l.at, lineStyle: {color: t.ink, width: 1.5, type: l.dashed ? 'dashed' : 'solid'},
      label: {show: true, formatter: l.label, position: 'insideEndTop', color: t.ink, fontSize: size,
              textBorderColor: t.paper, textBorderWidth: 3}}))];
    return {
      animation: false, textStyle: t.text,
      aria: {enabled: true, label: {description: chart.description}},
      grid: {left: 4, right: 22, top: 30, bottom: 26, containLabel: true},
      tooltip: {...tooltip(t), trigger: 'item'},
      xAxis: {...(isWords ? {type: 'category', data: chart.x_values}
                          : {type: 'value', ...rounded(xs, width < 500 ? 3 : 6)}),
              ...name, name: chart.x_axis, nameLocation: 'middle', nameGap: 26,
              axisLine: {onZero: false, lineStyle: {color: t.soft}}, splitLine: {show: false},
              ...(isWords ? {axisLabel: {color: t.soft, fontSize: size, interval: 0, width: width / chart.x_values.length - 12,
                                         overflow: 'truncate'}} : {})},
      yAxis: {type: 'value', ...rounded(ys, 4), ...name, name: chart.y_axis, nameGap: 12,
              nameTextStyle: {...t.text, color: t.soft, align: 'left'}, splitLine: {lineStyle: {color: t.grid}}},
      series: [
        ...(chart.joined ? joinedLines(chart, t) : []),
        {
          type: 'custom', encode: {x: 0, y: 1}, clip: false, z: 4,
          data: chart.points.map((p) => ({value: [p.x[0], p.y[0]], tooltip: {formatter: () => escapeHtml(p.text)}})),
          renderItem: (params, api) => planeMark(chart.points[params.dataIndex], api, t),
          markLine: {silent: true, symbol: 'none', label: {show: false},
                     lineStyle: {color: t.soft, type: 'solid', width: 1}, data: lines},
        },
        names(chart, t, (r) => -r - 4),
      ],
    };
  }

  function joinedLines(chart, t) {
    const kinds = [...new Set(chart.points.map((p) => p.kind))];
    return kinds.map((kind) => ({
      type: 'line', silent: true, showSymbol: false, z: 3,
      data: chart.points.filter((p) => p.kind === kind && !p.hollow).map((p) => [p.x[0], p.y[0]]).sort((a, b) => a[0] - b[0]),
      lineStyle: {color: t.series(kind + 1), width: 1.5, type: dashes[kind % 4]},
    }));
  }

  const radiusOf = (p) => p.size ? 3 + 13 * Math.sqrt(p.size) : 5;

  function planeMark(p, api, t) {
    const [x, y] = api.coord([p.x[0], p.y[0]]);
    const r = radiusOf(p);
    const children = [];
    if (known(p.x[1])) children.push(...interval(api.coord([p.x[1], p.y[0]]), api.coord([p.x[2], p.y[0]]), p, t));
    if (known(p.y[1])) children.push(...interval(api.coord([p.x[0], p.y[1]]), api.coord([p.x[0], p.y[2]]), p, t));
    children.push(symbol(p, x, y, r, t));
    return {type: 'group', children};
  }

  // The names of points, above all marks; from so much below the middle of each.
  function names(chart, t, below) {
    const labels = [];  // where they have been put so far
    return {
      type: 'custom', silent: true, encode: {x: 0, y: 1}, clip: false, z: 5, tooltip: {show: false},
      data: chart.points.map((p) => [p.x[0], p.y[0]]),
      renderItem: (params, api) => {
        if (params.dataIndex === 0) labels.length = 0;
        const p = chart.points[params.dataIndex], [x, y] = api.coord([p.x[0], p.y[0]]), r = radiusOf(p);
        return {type: 'group', children: nameOf(p, {x, y, r, first: y + below(r)}, params.coordSys, labels, t)};
      },
    };
  }

  // Beside its mark, above names that are there already.
  function nameOf(p, {x, y, r, first}, box, labels, t) {
    if (!p.label) return [];
    const toLeft = x > box.x + box.width * 0.6;
    const place = {from: toLeft ? x - r - 5 - textWidth(p.label, t.text.fontSize) : x + r + 5, y: first};
    place.to = place.from + textWidth(p.label, t.text.fontSize);
    const line = t.text.fontSize * 1.2;
    while (labels.some((l) => l.from < place.to && place.from < l.to && Math.abs(l.y - place.y) < line)) place.y -= line / 2;
    labels.push(place);
    const name = say(p.label, place.from, place.y, t.ink, 'left', t);
    Object.assign(name.style, {stroke: t.paper, lineWidth: 3});
    return place.y < first
        ? [stroke(x, y - r, toLeft ? place.to : place.from, place.y + 4, {stroke: t.soft, lineWidth: 1}), name] : [name];
  }

  return {shapeOf, heightOfRows, heightOfMap, options: {rows: rowsOption, plane: planeOption}};
};
