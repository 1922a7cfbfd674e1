// Files for other programs: SVG of a chart, CSV of the numbers behind it.
function save(name, type, text) {
  const link = h('a', { href: URL.createObjectURL(new Blob([text], { type })), download: name });
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(link.href), 10000);
}

/** Spreadsheets compute what begins like a formula; text that does gets an apostrophe. */
function csvCell(value) {
  if (value === null || value === undefined) return '';
  const text = typeof value === 'string' && /^[=+\-@\t\r]/.test(value) ? "'" + value : String(value);
  return /[",\n\r]/.test(text) ? '"' + text.replaceAll('"', '""') + '"' : text;
}

function csvText(table) {
  return [table.header, ...table.rows].map((line) => line.map(csvCell).join(',')).join('\r\n') + '\r\n';
}

/** Through elements, not ECharts's own text of them, which escapes nothing. */
function svgText(title, option, height) {
  const box = h('div', {});
  const chart = echarts.init(box, null, { renderer: 'svg', width: 960, height: height + 40 });
  const lower = (grid) => ({ ...grid, top: (grid.top || 0) + 40 });
  chart.setOption({
    ...option,
    title: { text: title, left: 12, top: 10, textStyle: { color: colour('fg'), fontSize: 15, fontWeight: 600, fontFamily: FONT } },
    grid: lower(option.grid),
  });
  chart.getZr().flush();
  const svg = box.querySelector('svg');
  svg.setAttribute('viewBox', '0 0 960 ' + (height + 40));
  const text = new XMLSerializer().serializeToString(svg);
  chart.dispose();
  return text;
}

const TIMES = ['median', 'lower', 'upper', 'least', 'samples'];
const TIMED = ['endToEnd', 'kernel', 'copyIn', 'copyOut'];

/** Every number of every measurement, in seconds, bytes and GB/s. */
function everything() {
  const header = ['run', 'backend', 'function', 'direction', 'rows', 'columns', 'elements', 'bytes', 'rate', 'shareOfCopy', 'firstCall',
    'toSource', 'byDriver', ...TIMED.flatMap((part) => TIMES.map((which) => part + '.' + which)),
    'good', 'bound', 'maxUlp', 'maxAbsolute', 'worst', 'inputs', 'failure'];
  const line = (lane, name, direction, m) => {
    const accuracy = m.accuracy || {};
    const compilation = m.compilation || {};
    return [lane.run.label, lane.selector, name, direction, m.rows, m.columns, m.rows * m.columns, m.bytes, m.rate, m.shareOfCopy,
      m.firstCall, compilation.toSource, compilation.byDriver,
      ...TIMED.flatMap((part) => TIMES.map((which) => (m[part] ? m[part][which] : null))),
      accuracy.good, accuracy.bound, accuracy.maxUlp, accuracy.maxAbsolute, accuracy.worst, accuracy.inputs, m.failure];
  };
  return {
    header,
    rows: LANES.flatMap((lane) => [
      ...lane.backend.copies.map((copy) => line(lane, 'copy', '', copy)),
      ...lane.rows.map((row) => line(lane, row.m.function, row.m.direction, row.m)),
    ]),
  };
}
