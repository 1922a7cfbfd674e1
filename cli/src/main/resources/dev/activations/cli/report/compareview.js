// The section that compares: two lists to choose from, a summary, the chart and its table.
function compareSection() {
  const all = sides();
  if (LANES.filter((lane) => lane.rows.some((row) => row.drawn)).length < 2) return;
  [state.compareThis, state.compareThat] = firstSides();
  byId('compare').hidden = false;
  fill('compare-controls',
    choice('this', 'compare-this', all, state.compareThis, (compareThis) => change({ compareThis })),
    choice('against', 'compare-that', all, state.compareThat, (compareThat) => change({ compareThat })),
    shapeChoice('compare-shape'));
  fill('compare-charts', panel('compare', 'Times as fast', compareChart), h('section', { class: 'panel', id: 'compare-table' }));
  onChange(() => {
    const found = comparisons();
    fill('compare-summary', summary(found));
    fill('compare-table', h('header', {}, h('h3', {}, 'Ratios on ' + shapeName(state.shape))), ratioTable(found));
  });
}

function summary(found) {
  if (found.length === 0) return [];
  const many = (verdict) => found.filter((one) => one.verdict === verdict).length;
  const middle = Math.exp(found.reduce((sum, one) => sum + Math.log(one.ratio), 0) / found.length);
  return [h('strong', {}, sideName(state.compareThis) + ' against ' + sideName(state.compareThat) + ': '),
    many('faster') + ' faster, ' + many('slower') + ' slower, ' + many(SAME) + ' within noise; ' + digits(middle) + ' times as fast on the (geometric) average.'];
}

function ratioTable(found) {
  const symbol = { faster: '▲ ', slower: '▼ ', [SAME]: '≈ ' };
  return table('ratios', [
    { name: 'function', of: (one) => one.row.title },
    new Set(found.map((one) => one.pair.name)).size > 1 && { name: 'compared', of: (one) => one.pair.name },
    { name: 'this is', of: (one) => one.verdict, show: (one) => h('span', { class: 'verdict ' + (one.verdict === SAME ? 'same' : one.verdict) }, symbol[one.verdict] + one.verdict) },
    { name: 'times as fast', number: true, of: (one) => one.ratio, show: (one) => digits(one.ratio) },
    { name: 'quartiles', number: true, of: (one) => one.low, show: (one) => digits(one.low) + ' … ' + digits(one.high) },
    { name: 'this', number: true, of: (one) => one.mine.median, show: (one) => seconds(one.mine.median) },
    { name: 'against', number: true, of: (one) => one.theirs.median, show: (one) => seconds(one.theirs.median) },
  ], found);
}
