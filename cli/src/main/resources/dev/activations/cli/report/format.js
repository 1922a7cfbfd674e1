// Numbers for people: three significant digits, and the unit that keeps them short.
const DASH = '–';

function digits(value, significant = 3) {
  if (value === null || value === undefined || !Number.isFinite(value)) return DASH;
  if (value !== 0 && (Math.abs(value) >= 1e6 || Math.abs(value) < 1e-3)) return value.toExponential(significant - 1);
  const whole = Math.floor(Math.log10(Math.abs(value) || 1)) + 1;
  return value.toLocaleString('en', { maximumFractionDigits: Math.max(0, significant - Math.max(whole, whole <= 0 ? whole : 1)) });
}

function scaled(value, units, step) {
  if (value === null || value === undefined || !Number.isFinite(value)) return DASH;
  let unit = 0;
  while (unit < units.length - 1 && Math.abs(value) >= step) {
    value /= step;
    unit++;
  }
  return digits(value) + units[unit];
}

function seconds(value) {
  if (value === null || value === undefined || !Number.isFinite(value)) return DASH;
  if (value === 0) return '0';
  return value >= 1 ? digits(value) + '\u00a0s' : scaled(value * 1e9, ['\u00a0ns', '\u00a0µs', '\u00a0ms'], 1000);
}

function duration(value) {
  if (value < 60) return digits(value) + '\u00a0s';
  const minutes = Math.round(value / 60);
  return minutes < 60 ? minutes + '\u00a0min' : Math.floor(minutes / 60) + '\u00a0h ' + (minutes % 60) + '\u00a0min';
}

/** Sizes on an axis; tables have all digits. */
function short(elements) {
  return scaled(elements, ['', '\u00a0k', '\u00a0M', '\u00a0G'], 1000);
}

function count(value) {
  return value === null || value === undefined ? DASH : value.toLocaleString('en');
}

function bytes(value) {
  return value > 0 ? scaled(value, ['\u00a0B', '\u00a0KiB', '\u00a0MiB', '\u00a0GiB', '\u00a0TiB'], 1024) : DASH;
}

function percent(share) {
  if (share === null || share === undefined || !Number.isFinite(share)) return DASH;
  return digits(share * 100, share < 0.1 ? 2 : 3) + '\u00a0%';
}

function shapeText(rows, columns) {
  return rows + '\u00a0×\u00a0' + columns;
}

function instant(iso) {
  const at = new Date(iso);
  return Number.isNaN(at.getTime()) ? iso : at.toISOString().slice(0, 16).replace('T', ' ') + ' UTC';
}
