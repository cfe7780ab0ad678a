#include "sla/time/amount_text.hpp"

#include "support/text.hpp"

using namespace std::chrono;
using sla::business_days;
using sla::business_time;
using sla::elapsed;
using sla::text_of;

TEST_CASE("elapsed time is said in days, hours, minutes and seconds, without those that are zero") {
  CHECK(text_of(elapsed{51h + 15min}) == "2 d 3 h 15 min");
  CHECK(text_of(elapsed{24h}) == "1 d");
  CHECK(text_of(elapsed{24h - 1s}) == "23 h 59 min 59 s");
  CHECK(text_of(elapsed{1h}) == "1 h");
  CHECK(text_of(elapsed{59min}) == "59 min");
  CHECK(text_of(elapsed{48h + 1s}) == "2 d 1 s");
  CHECK(text_of(elapsed{days{400}}) == "400 d");
}

TEST_CASE("milliseconds are decimals of a second, without zeros at the end") {
  CHECK(text_of(elapsed{1ms}) == "0.001 s");
  CHECK(text_of(elapsed{10ms}) == "0.01 s");
  CHECK(text_of(elapsed{500ms}) == "0.5 s");
  CHECK(text_of(elapsed{10s + 20ms}) == "10.02 s");
  CHECK(text_of(elapsed{1min + 999ms}) == "1 min 0.999 s");
}

TEST_CASE("nothing is no seconds") {
  CHECK(text_of(elapsed{}) == "0 s");
  CHECK(text_of(business_time{}) == "0 s business time");
  CHECK(text_of(business_days{}) == "0 business days");
}

TEST_CASE("a negative amount has a minus sign in front, once") {
  CHECK(text_of(-elapsed{24h}) == "-1 d");
  CHECK(text_of(-elapsed{1ms}) == "-0.001 s");
  CHECK(text_of(-elapsed{26h + 1min + 1s}) == "-1 d 2 h 1 min 1 s");
  CHECK(text_of(-business_time{90min}) == "-1 h 30 min business time");
  CHECK(text_of(business_days{-3}) == "-3 business days");
}

TEST_CASE("business time has no days") {
  CHECK(text_of(business_time{30h}) == "30 h business time");
  CHECK(text_of(business_time{100h + 30s}) == "100 h 30 s business time");
}

TEST_CASE("business days agree in number") {
  CHECK(text_of(business_days{1}) == "1 business day");
  CHECK(text_of(business_days{2}) == "2 business days");
  CHECK(text_of(business_days{-1}) == "-1 business days");
}

TEST_CASE("the shortest and the longest amount are exact") {
  CHECK(text_of(elapsed{milliseconds::min()}) == "-106751991167 d 7 h 12 min 55.808 s");
  CHECK(text_of(elapsed{milliseconds::max()}) == "106751991167 d 7 h 12 min 55.807 s");
  CHECK(text_of(business_time{milliseconds::min()}) == "-2562047788015 h 12 min 55.808 s business time");
}
