// Charts of lost time. What the rest of the page's script has is passed in.
const makeTimeCharts = (page) => {
  'use strict';
  const {data, css, textWidth, tooltip, escapeHtml, grouped, dashes} = page;
  const lineHeight = (t) => t.text.fontSize * 1.5;

  // A second cue beside the colour: how a part is hatched. The second is plain.
  const HATCHES = [
    {dashArrayX: [1, 0], dashArrayY: [2, 4], rotation: -Math.PI / 4},
    null,
    {dashArrayX: [[3, 3], [0, 3, 3, 0]], dashArrayY: [3, 0], rotation: 0},
    {dashArrayX: [1, 0], dashArrayY: [1.5, 3], rotation: 0},
    {dashArrayX: [1, 0], dashArrayY: [1.5, 3], rotation: Math.PI / 2},
    {dashArrayX: [2, 5], dashArrayY: [2, 5], rotation: Math.PI / 4, symbol: 'circle'},
  ];

  // A line with the crossing's name, and a bar below it for each scenario; with one crossing, bars.
  function linesOf(chart) {
    const several = new Set(chart.rows.map((r) => r.crossing)).size > 1;
    const lines = [];
    for (const row of chart.rows) {
      if (several && row.scenario === 0) lines.push({head: row.crossing});
      lines.push(row);
    }
    return lines;
  }

  function shortened(text, width, size) {
    if (textWidth(text, size) <= width) return text;
    let cut = text;
    while (cut.length > 1 && textWidth(cut + '\u2026', size) > width) cut = cut.slice(0, -1);
    return cut + '\u2026';
  }

  const hasKey = (chart) => chart.parts.length > 1;

  function keyHeight(chart, width, t) {
    if (!hasKey(chart)) return 0;
    let rows = 1, x = 0;
    for (const part of chart.parts) {
      const item = textWidth(part.label, t.text.fontSize) + 44;
      if (x > 0 && x + item > width - 10) { rows += 1; x = 0; }
      x += item;
    }
    return rows * 24 + 6;
  }

  function heightOfBars(chart, width, t) {
    return keyHeight(chart, width, t) + linesOf(chart).length * lineHeight(t) + 34;
  }

  function styleOf(part, p, t) {
    const hatch = part.service ? null : HATCHES[p % 6];
    return {color: css(part.service ? 'service' : 'part-' + (p % 6)), borderColor: t.paper, borderWidth: 0.5,
            decal: hatch ? {color: t.paper, ...hatch} : {symbol: 'none'}};
  }

  // A chart of one part needs no key: its bars have the colours of their scenarios.
  function barSeries(chart, lines, t) {
    return chart.parts.map((part, p) => ({
      type: 'bar', name: part.label, stack: 'time', barWidth: lineHeight(t) * 0.7, itemStyle: styleOf(part, p, t),
      data: lines.map((row) => row.head ? {value: '-'} : {
        value: row.values[p],
        itemStyle: hasKey(chart) ? undefined : {color: t.series(row.scenario), decal: {symbol: 'none'}},
      }),
      label: {show: p === chart.parts.length - 1, position: 'right', color: t.ink,
              fontSize: t.text.fontSize, distance: 4,
              formatter: (at) => lines[at.dataIndex].total || ''},
    }));
  }

  function barsOption(chart, width, t) {
    const lines = linesOf(chart), size = t.text.fontSize;
    const widest = Math.max(...data.scenarios.map((name) => textWidth(name, size)),
                            ...lines.map((l) => l.head ? textWidth(l.head, size) * 1.1 : 0));
    const left = Math.min(widest + 14, width * 0.36);
    const right = Math.max(...chart.rows.map((r) => textWidth(r.total, size))) + 12;
    return {
      animation: false, textStyle: t.text,
      aria: {enabled: true, decal: {show: true}, label: {description: chart.description}},
      grid: {left, right, top: keyHeight(chart, width, t), bottom: 30},
      legend: {show: hasKey(chart), left: 0, top: 0, itemGap: 12, itemWidth: 22, itemHeight: 13,
               selectedMode: false, textStyle: t.text},
      tooltip: {...tooltip(t), trigger: 'axis', axisPointer: {type: 'none'},
                formatter: (items) => barTooltip(chart, lines[items[0].dataIndex])},
      xAxis: {type: 'value', min: 0, splitNumber: Math.max(2, Math.floor((width - left) / 90)),
              axisLabel: {color: t.soft, fontSize: size, hideOverlap: true, formatter: (v) => grouped(v)},
              name: chart.unit, nameLocation: 'end', nameGap: 6,
              nameTextStyle: {...t.text, color: t.soft, verticalAlign: 'top', padding: [8, 0, 0, 0]},
              splitLine: {lineStyle: {color: t.grid}}},
      yAxis: {type: 'category', inverse: true, data: lines.map((_, i) => String(i)),
              axisTick: {show: false}, axisLine: {lineStyle: {color: t.soft}},
              axisLabel: {interval: 0, align: 'left', margin: left - 1, fontSize: size, color: t.ink,
                          formatter: (i) => lines[i].head
                              ? '{head|' + lines[i].head.replace(/[{}|]/g, ' ') + '}'
                              : '{name|' + shortened(data.scenarios[lines[i].scenario], left - 8, size)
                                    .replace(/[{}|]/g, ' ') + '}',
                          rich: {head: {fontWeight: 600, color: t.ink, fontSize: size},
                                 name: {color: t.soft, fontSize: size}}}},
      series: barSeries(chart, lines, t),
    };
  }

  function barTooltip(chart, row) {
    if (!row || row.head) return '';
    const parts = chart.parts.map((part, p) => escapeHtml(part.label) + ': ' + row.values[p].toPrecision(3).replace(/\.?0+$/, '')
        + ' ' + chart.unit);
    return '<b>' + escapeHtml(row.crossing + ', ' + data.scenarios[row.scenario]) + '</b><br>' + parts.join('<br>');
  }

  function hoursOption(chart, width, t) {
    const size = t.text.fontSize;
    return {
      animation: false, textStyle: t.text,
      aria: {enabled: true, label: {description: chart.description}},
      grid: {left: 4, right: 14, top: 24, bottom: 4, containLabel: true},
      tooltip: {...tooltip(t), trigger: 'axis', axisPointer: {type: 'line', lineStyle: {color: t.soft}},
                formatter: (items) => items[0].axisValue + ':00<br>' + items.map((i) =>
                    escapeHtml(i.seriesName) + ': ' + Number(i.value).toPrecision(3)).join('<br>')},
      xAxis: {type: 'category', boundaryGap: false, data: Array.from({length: 24}, (_, h) => String(h)),
              axisLine: {lineStyle: {color: t.soft}},
              axisLabel: {color: t.soft, fontSize: size, interval: (h) => h % 6 === 0 || h === 23,
                          formatter: (h) => h + ':00'}},
      yAxis: {type: 'value', min: 0, splitNumber: 3, name: chart.unit + ' losing time', nameGap: 8,
              nameTextStyle: {...t.text, color: t.soft, align: 'left'},
              axisLabel: {color: t.soft, fontSize: size, formatter: (v) => grouped(v)},
              splitLine: {lineStyle: {color: t.grid}}},
      series: chart.lines.map((l) => ({
        type: 'line', name: data.scenarios[l.scenario], data: l.values, showSymbol: false,
        itemStyle: {color: t.series(l.scenario)},
        lineStyle: {color: t.series(l.scenario), width: 2, type: dashes[l.scenario % 4]}})),
    };
  }

  return {heightOfBars, options: {time_bars: barsOption, hours: hoursOption}};
};
