#ifndef SLA_PROGRAM_REPORT_HTML_HPP
#define SLA_PROGRAM_REPORT_HTML_HPP

#include <string>

#include "report_figures.hpp"

namespace program {

/// A report as a page that needs nothing but itself: pictures, tables, and the figures of `report_json` within.
std::string report_html(const report_figures& figures);

}  // namespace program

#endif
