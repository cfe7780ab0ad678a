// A local time that the clocks skip, and one that they show twice.
const { DateTime } = require("luxon");

console.log("luxon", require("luxon/package.json").version);

const zone = { zone: "America/New_York" };
const skipped = DateTime.fromObject({ year: 2026, month: 3, day: 8, hour: 2, minute: 30 }, zone);
console.log(skipped.toISO(), skipped.isValid);
console.log(DateTime.fromObject({ year: 2026, month: 11, day: 1, hour: 1, minute: 30 }, zone).toISO());
