// A month under Cloud CDN's published agreement: its availability, the line of the table, and the credit of a fee, in cents.
#include <iostream>
#include <sla/sla.hpp>

namespace cdn = sla::google_cloud_cdn;
using namespace std::chrono;
using sla::money;
using sla::money_rounding;

int main() {
  const cdn::delivery terms;

  // The first outage lasts half an hour; the second, of four minutes, is too short to count.
  const sla::interval_set outages{
      {cdn::pacific(2026y / November / 10, 9h), cdn::pacific(2026y / November / 10, 9h + 30min)},
      {cdn::pacific(2026y / November / 20, 14h), cdn::pacific(2026y / November / 20, 14h + 4min)},
  };
  const auto november = sla::availability(terms, 2026y / November, sla::service_record_of("server logs", outages),
                                          cdn::pacific(2026y / December / 1, 0h));
  std::cout << "November  " << percent_rounded_down(*november.share(), 4) << " %, " << name_of(november.verdict())
            << '\n';

  if (const auto tier = tier_for(terms.credits, *november.share()))
    std::cout << "tier      at least " << percent_text(tier->at_least) << ", below " << percent_text(tier->below)
              << ": " << percent_text(tier->credit) << " of the fee\n";

  // A month of which nothing is known would have no sum, which is not a sum of 0.
  if (const auto sum = sla::uncapped_credit(terms, november, money{125'005}, money_rounding::half_even))
    std::cout << "credit    " << sum->under(terms.credits.cap()).minor_units() << " cents of "
              << sum->fees.minor_units() << '\n';
}
