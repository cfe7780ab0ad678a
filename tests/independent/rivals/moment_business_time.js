// Business hours around the clock, which this library writes as 00:00:00 to 23:59:59.
const moment = require("moment-business-time");

console.log("moment-business-time", require("moment-business-time/package.json").version);

const allDay = ["00:00:00", "23:59:59"];
moment.updateLocale("en", { workinghours: Object.fromEntries([0, 1, 2, 3, 4, 5, 6].map((day) => [day, allDay])) });
console.log(moment("2026-11-20T23:00").addWorkingTime(4, "hours").format("ddd HH:mm:ss"));
console.log(moment("2026-11-20T23:00").addWorkingTime(720, "hours").format("ddd YYYY-MM-DD HH:mm:ss"));
