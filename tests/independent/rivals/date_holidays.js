// Holidays of the United States before they were enacted.
const Holidays = require("date-holidays");

console.log("date-holidays", require("date-holidays/package.json").version);

const us = new Holidays("US");
for (const day of ["1980-01-21", "1975-10-27", "1975-11-11"]) {
  const found = us.isHoliday(new Date(`${day}T12:00:00-05:00`));
  console.log(day, found ? found[0].name : "none");
}
