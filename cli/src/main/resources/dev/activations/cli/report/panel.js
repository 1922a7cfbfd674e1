// The frame of a chart: heading, buttons, the drawing, and what is said when there is nothing to draw.
const FONT = "system-ui, -apple-system, 'Segoe UI', Roboto, 'Noto Sans', Ubuntu, 'Liberation Sans', sans-serif";
const panels = new Map();

/** draw(width) gives option, height, csv, label (for those who do not see it), and note; or only note. */
function panel(id, title, draw) {
  const chart = h('div', { class: 'chart', role: 'img' });
  const note = h('p', { class: 'note' });
  const buttons = h('div', { class: 'buttons' },
    h('button', { type: 'button', 'data-save': 'svg', 'aria-label': 'save as SVG: ' + title, onclick: () => saveSvg(id) }, 'SVG'),
    h('button', { type: 'button', 'data-save': 'csv', 'aria-label': 'save as CSV: ' + title, onclick: () => saveCsv(id) }, 'CSV'));
  const section = h('section', { class: 'panel', id: 'panel-' + id },
    h('header', {}, h('h3', {}, title), buttons), chart, note);
  const one = { id, title, draw, chart, note, buttons, section, drawing: null, echart: null };
  panels.set(id, one);
  return section;
}

function drawPanel(one) {
  const width = one.section.clientWidth - 24;
  if (width <= 0) return;
  one.width = width;
  one.drawing = one.draw(width);
  const { option, height, label, note } = one.drawing;
  one.note.textContent = note || '';
  one.chart.hidden = one.buttons.hidden = !option;
  if (!option) return;
  one.chart.style.height = height + 'px';
  one.chart.setAttribute('aria-label', label);
  if (!one.echart) one.echart = echarts.init(one.chart, null, { renderer: 'svg' });
  one.echart.resize({ width: 'auto', height });
  one.echart.setOption(option, { notMerge: true });
}

function drawPanels() {
  panels.forEach((one) => (one.section.isConnected ? drawPanel(one) : forget(one)));
}

function forget(one) {
  if (one.echart) one.echart.dispose();
  panels.delete(one.id);
}

function flushPanels() {
  panels.forEach((one) => one.echart && one.echart.getZr().flush());
}

function startPanels() {
  onChange(drawPanels);
  let waiting;
  addEventListener('resize', () => {
    cancelAnimationFrame(waiting);
    waiting = requestAnimationFrame(() => panels.forEach((one) => one.section.clientWidth - 24 !== one.width && drawPanel(one)));
  });
}

function fileName(one, extension) {
  return ('activations ' + one.title).replace(/[^\w.]+/g, '-').replace(/-+$/, '') + '.' + extension;
}

function saveSvg(id) {
  const one = panels.get(id);
  const wide = one.draw(960);
  save(fileName(one, 'svg'), 'image/svg+xml', svgText(one.title, wide.option, wide.height));
}

function saveCsv(id) {
  const one = panels.get(id);
  save(fileName(one, 'csv'), 'text/csv', csvText(one.drawing.csv));
}
