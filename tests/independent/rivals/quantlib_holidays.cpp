// Holidays of the United States, and business days counted in both directions.

#include <iostream>
#include <ql/time/calendars/unitedstates.hpp>
#include <ql/version.hpp>

using namespace QuantLib;

int main() {
  std::cout << "QuantLib " << QL_VERSION << '\n' << std::boolalpha;
  const UnitedStates us(UnitedStates::Settlement);

  // Friday 18 June 2021, on which the first Juneteenth was observed
  std::cout << us.isBusinessDay(Date(18, June, 2021)) << '\n';

  // The third Monday of January 1984, two years before the first Birthday of Martin Luther King, Jr.
  std::cout << us.isBusinessDay(Date(16, January, 1984)) << '\n';

  // Friday 18 June 2027, before a Juneteenth on a Saturday, at the Federal Reserve Banks
  std::cout << UnitedStates(UnitedStates::FederalReserve).isBusinessDay(Date(18, June, 2027)) << '\n';

  // From Friday to Saturday, and back
  const Date friday(20, November, 2026);
  std::cout << us.businessDaysBetween(friday, friday + 1) << ' ' << us.businessDaysBetween(friday + 1, friday) << '\n';
}
