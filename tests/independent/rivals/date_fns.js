// One business day after a Saturday, and business days counted in both directions.
const { addBusinessDays, differenceInBusinessDays, format } = require("date-fns");

console.log("date-fns", require("date-fns/package.json").version);

const friday = new Date(2026, 10, 20), saturday = new Date(2026, 10, 21);
console.log(format(addBusinessDays(saturday, 1), "EEE yyyy-MM-dd"));
console.log(differenceInBusinessDays(saturday, friday), differenceInBusinessDays(friday, saturday));
