// Draws the charts of a page from their data-chart attributes, in the colours of the style sheet.
const drawn = new Map();

function colour(name) {
  return getComputedStyle(document.documentElement).getPropertyValue(name).trim();
}

function colourOf(tone) {
  return { cohort: colour("--cohort"), controls: colour("--controls") }[tone] || colour("--quiet");
}

function axisText(value) {
  return new Intl.NumberFormat(undefined, { notation: "compact", maximumFractionDigits: 1 }).format(value);
}

function line(series) {
  return {
    name: series.name, type: "line", data: series.values, connectNulls: false,
    symbol: "circle", symbolSize: 6, color: colourOf(series.tone),
    lineStyle: { width: series.tone === "controls" ? 2 : 2.5, type: series.tone === "controls" ? [5, 4] : "solid" },
  };
}

function bar(series) {
  return {
    name: series.name, type: "bar", data: series.values, color: colourOf(series.tone),
    barMaxWidth: 34, itemStyle: { borderRadius: [3, 3, 0, 0], opacity: series.tone === "controls" ? 0.75 : 1 },
  };
}

// A band is one polygon: along the lower ends, and back along the upper ones.
function band(series) {
  const ends = series.values.map((low, i) => [i, low, series.highs[i]]).filter((each) => each[1] !== null && each[2] !== null);
  const fill = colourOf(series.tone);
  return [{
    name: series.name, type: "custom", silent: true, data: ends, encode: { x: 0, y: [1, 2] }, itemStyle: { color: fill }, z: 1,
    renderItem: (params, api) => params.dataIndexInside > 0 ? undefined : {
      type: "polygon",
      shape: { points: [...ends.map((each) => api.coord([each[0], each[1]])), ...[...ends].reverse().map((each) => api.coord([each[0], each[2]]))] },
      style: { fill, opacity: 0.16 },
    },
  }];
}

function points(series) {
  return { ...line(series), symbolSize: 7, lineStyle: { width: 1.5, opacity: 0.6 } };
}

function drawnAs(series) {
  return { line, bar, points, band }[series.form](series);
}

function marksOf(marks) {
  const names = Object.entries(marks);
  return names.length === 0 ? undefined : {
    symbol: "none", silent: true,
    lineStyle: { color: colour("--quiet"), type: "solid", width: 1 },
    label: { color: colour("--quiet"), fontSize: 11, formatter: (mark) => mark.name },
    data: names.map(([label, name], i) => ({ name, xAxis: label, label: { position: "end", distance: [0, 4 + (i % 2) * 13] } })),
  };
}

function options(chart) {
  const series = chart.series.flatMap(drawnAs);
  const target = series[series.length - 1];
  target.markLine = marksOf(chart.marks);
  const named = chart.series.map((each) => each.name);
  const text = { color: colour("--quiet"), fontFamily: "inherit", fontSize: 12 };
  const lowest = chart.series.some((each) => each.form === "bar") ? 0 : (range) => {
    const spread = range.max - range.min || Math.abs(range.max) || 1;
    const low = range.min - spread * 0.12;
    return Number((range.min >= 0 ? Math.max(0, low) : low).toPrecision(2));
  };
  return {
    animation: false,
    textStyle: { fontFamily: getComputedStyle(document.body).fontFamily },
    grid: { left: 8, right: 24, top: named.length > 1 ? 58 : 40, bottom: 8, containLabel: true },
    legend: { show: named.length > 1, data: named, left: 0, top: 0, textStyle: text, icon: "roundRect", itemWidth: 14, itemHeight: 4 },
    tooltip: {
      trigger: "axis", renderMode: "richText", confine: true,
      backgroundColor: colour("--surface"), borderColor: colour("--line"), textStyle: { color: colour("--ink"), fontSize: 12 },
      formatter: (items) => tooltip(chart, items),
    },
    xAxis: { type: "category", data: chart.labels, axisTick: { show: false }, axisLine: { lineStyle: { color: colour("--line") } }, axisLabel: { ...text, hideOverlap: true, interval: chart.labels.length <= 8 ? 0 : "auto" } },
    yAxis: { type: "value", name: chart.axis, nameTextStyle: { ...text, align: "left" }, min: lowest, scale: true, axisLabel: { ...text, formatter: axisText }, splitLine: { lineStyle: { color: colour("--line") } } },
    series,
  };
}

// The texts are those of the table below the chart.
function tooltip(chart, items) {
  const place = items[0].dataIndex;
  return [chart.labels[place], ...chart.series.map((each) => each.name + "  " + each.texts[place])].join("\n");
}

function drawCharts() {
  for (const [element, chart] of drawn) {
    if (!element.isConnected) {
      chart.dispose();
      drawn.delete(element);
    }
  }
  for (const element of document.querySelectorAll("[data-chart]")) {
    if (!drawn.has(element)) drawn.set(element, echarts.init(element));
    drawn.get(element).setOption(options(JSON.parse(element.dataset.chart)), true);
  }
}

addEventListener("resize", () => drawn.forEach((chart) => chart.resize()));
addEventListener("beforeprint", () => drawn.forEach((chart) => chart.resize()));
