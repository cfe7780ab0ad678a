// Calendars as different producers write them, with their own properties, their quirks and their ways to end and fold a line:
// in each the same holidays. What a producer writes around a holiday is none of the reader's business.

#include <doctest/doctest.h>

#include <chrono>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

#include "sla/ical/holidays.hpp"
#include "support/moments.hpp"

using namespace std::chrono;
using sla_tests::date;

namespace {

/// $D and $N are the date of a holiday and the next one, $U its UID, $S its name.
struct producer {
  std::string_view name;
  std::string_view calendar;  ///< what stands before the events, after VERSION
  std::string_view event;
};

constexpr std::string_view new_york =
    "BEGIN:VTIMEZONE\nTZID:America/New_York\nX-LIC-LOCATION:\nTZURL:http://tzurl.org/zoneinfo/America/New_York\n"
    "BEGIN:DAYLIGHT\nTZOFFSETFROM:-0500\nTZOFFSETTO:-0400\nTZNAME:\nDTSTART:19700308T020000\n"
    "RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=2SU\nEND:DAYLIGHT\nBEGIN:STANDARD\nTZOFFSETFROM:-0400\nTZOFFSETTO:-0500\n"
    "DTSTART:19701101T020000\nRRULE:FREQ=YEARLY;BYMONTH=11;BYDAY=1SU\nEND:STANDARD\nEND:VTIMEZONE\n";

const std::vector<producer> producers{
    {"Google, holidays",
     "PRODID:-//Google Inc//Google Calendar 70.9054//EN\nCALSCALE:GREGORIAN\nMETHOD:PUBLISH\nX-WR-CALNAME:Holidays\n"
     "X-WR-TIMEZONE:UTC\nX-WR-CALDESC:Holidays and Observances\n",
     "DTSTART;VALUE=DATE:$D\nDTEND;VALUE=DATE:$N\nDTSTAMP:20260102T030405Z\nUID:$U@google.com\nCLASS:PUBLIC\n"
     "CREATED:20240517T085622Z\nDESCRIPTION:Public "
     "holiday\nLAST-MODIFIED:20240517T085622Z\nSEQUENCE:0\nSTATUS:CONFIRMED\n"
     "SUMMARY:$S\nTRANSP:TRANSPARENT\n"},
    {"Google, own calendar", "PRODID:-//Google Inc//Google Calendar 70.9054//EN\nX-WR-TIMEZONE:\n",
     "DTSTART;VALUE=DATE:$D\nDTEND;VALUE=DATE:$N\nDTSTAMP:20260102T030405Z\nUID:$U@google.com\n"
     "CREATED:00001231T000000Z\nDESCRIPTION:\nLAST-MODIFIED:20240517T085622Z\nLOCATION:\nSEQUENCE:1\nSTATUS:CONFIRMED\n"
     "SUMMARY:$S\nTRANSP:OPAQUE\n"},
    {"Apple iCal",
     "PRODID:-//Apple Inc.//iCal 5.0.3//EN\nCALSCALE:GREGORIAN\nX-WR-CALNAME;VALUE=TEXT:Holidays\nX-WR-RELCALID:1\n"
     "X-APPLE-CALENDAR-COLOR:#1BADF8\n",
     "CREATED:20100101T000000Z\nUID:$U\nDTEND;VALUE=DATE:$N\nTRANSP:TRANSPARENT\nSUMMARY:$S\nDTSTART;VALUE=DATE:$D\n"
     "DTSTAMP:20100101T000000Z\nX-APPLE-TRAVEL-ADVISORY-BEHAVIOR:AUTOMATIC\nSEQUENCE:4\nBEGIN:VALARM\nX-WR-ALARMUID:7\n"
     "UID:7\nTRIGGER:-PT15H\nDESCRIPTION:\nX-APPLE-DEFAULT-ALARM:TRUE\nACTION:AUDIO\nATTACH;VALUE=URI:Basso\n"
     "SUMMARY:alarm\nDTSTART:nothing\nEND:VALARM\n"},
    {"Apple, published holidays",
     "METHOD:PUBLISH\nPRODID:-//Apple Inc.//Holidays//EN\nCALSCALE:GREGORIAN\nX-APPLE-LANGUAGE:en\nX-APPLE-REGION:US\n",
     "SUMMARY;LANGUAGE=en:$S\nDTSTART;VALUE=DATE:$D\nUID:$U\nCATEGORIES:Holidays\nX-APPLE-UNIVERSAL-ID:a1b2\nTRANSP:"
     "TRANSPARENT\n"
     "RRULE:FREQ=YEARLY;COUNT=5\nX-APPLE-STRUCTURED-LOCATION;VALUE=URI;X-ADDRESS=\"1, Road: "
     "A;B\";X-TITLE=Home:geo:1.0,2.0\n"},
    {"Outlook",
     "PRODID:-//Microsoft Corporation//Outlook 16.0 MIMEDIR//EN\nMETHOD:PUBLISH\nX-MS-OLK-FORCEINSPECTOROPEN:TRUE\n",
     "CLASS:PUBLIC\nCREATED:20260102T030405Z\nDESCRIPTION: \\n\nDTEND;VALUE=DATE:$N\nDTSTAMP:20260102T030405Z\n"
     "DTSTART;VALUE=DATE:$D\nLAST-MODIFIED:20260102T030405Z\nPRIORITY:5\nSEQUENCE:0\nSUMMARY;LANGUAGE=en-us:$S\n"
     "TRANSP:TRANSPARENT\nUID:040000008200E00074C5B7101A82E008$U\nX-ALT-DESC;FMTTYPE=text/html:<html><body>a: "
     "\"b;c</body></html>\n"
     "X-MICROSOFT-CDO-BUSYSTATUS:FREE\nX-MICROSOFT-CDO-IMPORTANCE:1\nX-MS-OLK-CONFTYPE:0\nBEGIN:VALARM\nTRIGGER:-"
     "PT1080M\n"
     "ACTION:DISPLAY\nDESCRIPTION:Reminder\nEND:VALARM\n"},
    {"Exchange", "METHOD:PUBLISH\nPRODID:Microsoft Exchange Server 2010\nX-WR-CALNAME:Calendar\n",
     "DESCRIPTION:\\n\nUID:$U\nSUMMARY:$S\nDTSTART;VALUE=DATE:$D\nDTEND;VALUE=DATE:$N\nCLASS:PUBLIC\nPRIORITY:5\n"
     "DTSTAMP:20260102T030405Z\nTRANSP:TRANSPARENT\nSTATUS:CONFIRMED\nSEQUENCE:0\nLOCATION:\n"
     "X-MICROSOFT-CDO-APPT-SEQUENCE:0\nX-MICROSOFT-CDO-ALLDAYEVENT:TRUE\nX-MICROSOFT-DISALLOW-COUNTER:FALSE\n"},
    {"Exchange with a zone", new_york,
     "UID:$U\nSUMMARY:$S\nDTSTART;VALUE=DATE;TZID=America/New_York:$D\nDTEND;TZID=\"America/New_York\";VALUE=DATE:$N\n"
     "ORGANIZER;CN=\"Doe, J: "
     "HR\":MAILTO:hr@example.com\nATTENDEE;CN=;ROLE=;RSVP=TRUE:invalid:nomail\nLOCATION;LANGUAGE=:\n"},
    {"Outlook.com", "PRODID:Microsoft Corporation\nMETHOD:PUBLISH\n",
     "UID:$U\nSUMMARY:$S\nDTSTART;VALUE=DATE:$D\nDTEND;VALUE=DATE:$N\nX-MICROSOFT-CDO-INTENDEDSTATUS:FREE\nCATEGORIES:"
     "\n"},
    {"Thunderbird", "PRODID:-//Mozilla.org/NONSGML Mozilla Calendar V1.1//EN\n",
     "CREATED:20260102T030405Z\nLAST-MODIFIED:20260102T030405Z\nDTSTAMP:20260102T030405Z\nUID:$U\nSUMMARY:$S\n"
     "DTSTART;VALUE=DATE:$D\nDTEND;VALUE=DATE:$N\nX-MOZ-GENERATION:3\nX-MOZ-LASTACK:20260102T030405Z\nTRANSP:"
     "TRANSPARENT\n"},
    {"Mozilla, holiday files", "PRODID:-//Mozilla.org/NONSGML Mozilla Calendar V1.1//EN\nX-WR-CALNAME:\n",
     "UID:$U\nLAST-MODIFIED:20231001T101010Z\nSUMMARY:$S\nCATEGORIES:Holidays\nCLASS:PUBLIC\nRRULE:FREQ=YEARLY;UNTIL="
     "20301231\n"
     "DTSTART;VALUE=DATE:$D\nDTSTAMP:20231001T101010Z\nURL:\nCOMMENT:\n"},
    {"GOV.UK", "METHOD:PUBLISH\nPRODID:-//uk.gov/GOVUK calendars//EN\nCALSCALE:GREGORIAN\n",
     "DTEND;VALUE=DATE:$N\nDTSTART;VALUE=DATE:$D\nSUMMARY:$S\nUID:ca6af7456b0088abad9a69f9f620f5ac-$U@gov.uk\nSEQUENCE:"
     "0\n"
     "DTSTAMP:20260102T030405Z\n"},
    {"DINUM", "PRODID:-//DINUM/Etalab//Jours feries//FR\nX-WR-CALNAME:Jours fériés en métropole\n",
     "UID:$U\nDTSTAMP:20260102T030405Z\nDTSTART;VALUE=DATE:$D\nDTEND;VALUE=DATE:$N\nSUMMARY:$S\nLOCATION:France\nURL:\n"
     "CATEGORIES:JOUR FÉRIÉ,FRANCE\nGEO:\n"},
    {"officeholidays",
     "PRODID:-//www.officeholidays.com//Calendar//EN\nREFRESH-INTERVAL;VALUE=DURATION:PT48H\nX-PUBLISHED-TTL:PT48H\n",
     "CLASS:PUBLIC\nUID:$U\nCREATED:20260102T030405Z\nDESCRIPTION: Public holiday\\n\\nInformation provided by "
     "www\nURL:https://www.officeholidays.com/x\n"
     "DTSTART;VALUE=DATE:$D\nDTEND;VALUE=DATE:$N\nDTSTAMP:20080101T000000Z\nLOCATION:US\nPRIORITY:5\nLAST-MODIFIED:"
     "20190101T000000Z\n"
     "SEQUENCE:1\nSUMMARY;LANGUAGE=en-us:$S\nTRANSP:OPAQUE\nX-MICROSOFT-CDO-BUSYSTATUS:BUSY\nX-MICROSOFT-DISALLOW-"
     "COUNTER:TRUE\n"},
    {"timeanddate", "METHOD:PUBLISH\nPRODID:-//timeanddate//Holiday Calendar//EN\nX-WR-TIMEZONE;VALUE=TEXT:Etc/UTC\n",
     "UID:$U\nDTSTAMP:20260102T030405Z\nDTSTART;VALUE=DATE:$D\nDTEND;VALUE=DATE:$N\nSUMMARY:$S\nDESCRIPTION:Federal "
     "holiday\\, more: https://x\n"
     "CLASS:PUBLIC\nTRANSP:TRANSPARENT\nCONTACT:\nIMAGE;VALUE=URI;DISPLAY=BADGE;FMTTYPE=image/png:http://example.com/"
     "a.png\n"},
    {"CalendarLabs",
     "PRODID:-//Calendar Labs//Calendar 1.0//EN\nMETHOD:PUBLISH\nX-WR-CALNAME:US "
     "Holidays\nX-WR-TIMEZONE:America/New_York\n",
     "SUMMARY:$S\nDTSTART:$D\nDTEND:$N\nLOCATION:United States\nDESCRIPTION:Visit https://calendarlabs.com to know "
     "more\nBroken: off; here\nwithout a fold\n"
     "UID:$U@calendarlabs.com\nDTSTAMP:20260102T030405Z\nSTATUS:CONFIRMED\nTRANSP:TRANSPARENT\nSEQUENCE:0\n"},
    {"ShuYZ", "PRODID:-//Rank Technology//Holiday//ZH\nX-APPLE-CALENDAR-COLOR:#63DA38\n",
     "DTSTART;VALUE=DATE:$D\nDTSTAMP:20260102T030405Z\nUID:$U\nSUMMARY:$S\nDESCRIPTION:放假通知: "
     "http://www.gov.cn/\nX-APPLE-SPECIAL-DAY:WORK-HOLIDAY\n"
     "BEGIN:VALARM\nTRIGGER:-PT15H\nACTION:DISPLAY\nDESCRIPTION:\nEND:VALARM\n"},
    {"Nextcloud",
     "CALSCALE:GREGORIAN\nPRODID:-//SabreDAV//SabreDAV//"
     "EN\nX-WR-CALNAME:Feiertage\nX-APPLE-CALENDAR-COLOR:#0082C9\nREFRESH-INTERVAL;VALUE=DURATION:PT4H\n",
     "CREATED:20260102T030405Z\nDTSTAMP:20260102T030405Z\nLAST-MODIFIED:20260102T030405Z\nSEQUENCE:2\nUID:$U\nDTSTART;"
     "VALUE=DATE:$D\n"
     "DTEND;VALUE=DATE:$N\nSTATUS:CONFIRMED\nSUMMARY:$S\nCOLOR:\nCONFERENCE;VALUE=URI:\n"},
    {"Fastmail", "PRODID:-//CyrusIMAP.org/Cyrus 3.9.0//EN\nCALSCALE:GREGORIAN\n",
     "DTSTART;VALUE=DATE:$D\nDURATION:P1D\nUID:$U\nSUMMARY:$S\nX-JMAP-ID:1\nSTRUCTURED-DATA;VALUE=TEXT:{\"a\":1}"
     "\nLOCATION:\nJSPROP;JSPTR=\"a:b\":1\n"},
    {"Proton", "PRODID:-//Proton AG//WebCalendar 5.0//EN\nCALSCALE:GREGORIAN\n",
     "UID:$U@proton.me\nDTSTAMP:20260102T030405Z\nDTSTART;VALUE=DATE:$D\nSUMMARY:$S\nX-PM-SESSION-KEY:YWJj\nBEGIN:"
     "VALARM\nTRIGGER:-P1D\nACTION:EMAIL\nEND:VALARM\n"},
    {"Zoho", "PRODID:-//Zoho Corporation//Zoho Calendar-US//EN\nMETHOD:PUBLISH\n",
     "UID:$U@zoho.com\nSEQUENCE:\nSTATUS:CONFIRMED\nPRIORITY:\nCLASS:PUBLIC\nORGANIZER:\nSUMMARY:$S\nDTSTART;VALUE="
     "DATE:$D\nDTEND;VALUE=DATE:$N\nATTENDEE:\n"},
    {"Horde", "X-WR-CALNAME:Horde\nPRODID:-//The Horde Project//Horde iCalendar Library//EN\nMETHOD:PUBLISH\n",
     "DTSTART;VALUE=DATE:$D\nDTEND;VALUE=DATE:$N\nDTSTAMP:20260102T030405Z\nUID:$U\nSUMMARY:$S\nORGANIZER;CN=admin:"
     "mailto:admin\nSTATUS:CONFIRMED\nX-HORDE-ATTENDEE;PARTSTAT=:\n"},
    {"SOGo", "PRODID:-//Inverse inc./SOGo 5.8//EN\n",
     "UID:$U\nSUMMARY:$S\nCLASS:PUBLIC\nDTSTART;VALUE=DATE:$D\nDTEND;VALUE=DATE:$N\nX-SOGO-SEND-APPOINTMENT-"
     "NOTIFICATIONS:NO\nTRANSP:TRANSPARENT\n"},
    {"Lotus Notes",
     "X-LOTUS-CHARSET:UTF-8\nPRODID:-//Lotus Development Corporation//NONSGML Notes 9.0//EN_C\nMETHOD:PUBLISH\n",
     "DTSTART;VALUE=DATE:$D\nDURATION:P1DT0H0M0S\nTRANSP:TRANSPARENT\nDTSTAMP:20260102T030405Z\nCLASS:PUBLIC\nSUMMARY:$"
     "S\nUID:$U-Lotus_Notes_Generated\n"
     "X-LOTUS-NOTESVERSION:2\nX-LOTUS-APPTTYPE:2\nDESCRIPTION;ALTREP=\"CID:<x@y>\":\n"},
    {"Evolution", "PRODID:-//Ximian//NONSGML Evolution Calendar//EN\n",
     "UID:$U\nDTSTAMP:20260102T030405Z\nDTSTART;VALUE=DATE:\n "
     "$D\nDTEND;VALUE=DATE:$N\nSUMMARY:$S\nX-EVOLUTION-CALDAV-HREF:http://a/"
     "b\nX-LIC-ERROR;X-LIC-ERRORTYPE=VALUE-PARSE-ERROR:No value for LOCATION\n"},
    {"KOrganizer", "PRODID:-//K Desktop Environment//NONSGML libkcal 4.3//EN\nX-KDE-ICAL-IMPLEMENTATION-VERSION:1.0\n",
     "DTSTAMP:20260102T030405Z\nORGANIZER;CN=:MAILTO:\nUID:$U\nSUMMARY:$S\nDTSTART;VALUE=DATE:$D\nDTEND;VALUE=DATE:$"
     "N\nRELATED-TO;RELTYPE=SIBLING:\n"},
    {"vobject", "PRODID:-//PYVOBJECT//NONSGML Version 1//EN\n",
     "UID:$U\nDTSTART;VALUE=DATE:$D\nSUMMARY:$S\nX-VOBJ-ORIGINAL-TZID:\n"},
    {"icalendar of Python", "PRODID:-//My calendar product//mxm.dk//\n",
     "SUMMARY:$S\nDTSTART;VALUE=DATE:$D\nDTEND;VALUE=DATE:$N\nUID:$U\n"},
    {"ics.py", "PRODID:ics.py - http://git.io/lLljaA\n", "DTSTART:$D\nDTEND:$N\nSUMMARY:$S\nUID:$U@a.org\n"},
    {"holidays of Python",
     "PRODID:-//Vacanza//Open World Holidays Framework v0.60//EN\nCALSCALE:GREGORIAN\nX-WR-CALNAME:United States "
     "Holidays\n",
     "DTSTAMP:20260102T030405Z\nUID:$U@holidays.local\nSUMMARY;LANGUAGE=EN_US:$S\nDTSTART;VALUE=DATE:$D\nDURATION:"
     "P1D\n"},
    {"ical4j", "PRODID:-//Ben Fortuna//iCal4j 1.0//EN\nCALSCALE:GREGORIAN\n",
     "DTSTAMP:20260102T030405Z\nDTSTART;VALUE=DATE:$D\nSUMMARY:$S\nUID:$U\nTZID:\n"},
    {"biweekly", "PRODID:-//Michael Angstadt//biweekly 0.6.7//EN\n",
     "UID:$U\nDTSTAMP:20260102T030405Z\nSUMMARY;LANGUAGE=en-us:$S\nDTSTART;VALUE=DATE:$D\nDURATION:P1D\n"},
    {"ical.net", "PRODID:-//github.com/ical-org/ical.net//NONSGML ical.net 4.0//EN\n",
     "DTEND;VALUE=DATE:$N\nDTSTAMP:20260102T030405Z\nDTSTART;VALUE=DATE:$D\nSEQUENCE:0\nSUMMARY:$S\nUID:$U\n"},
    {"icalendar of Ruby", "PRODID:icalendar-ruby\nCALSCALE:GREGORIAN\n",
     "DTSTAMP:20260102T030405Z\nUID:$U\nDTSTART;VALUE=DATE:$D\nDTEND;VALUE=DATE:$N\nIP-CLASS:PRIVATE\nSUMMARY:$S\n"},
    {"eluceo of PHP", "PRODID:-//eluceo/ical//2.0/EN\nX-WR-CALNAME:x\n",
     "UID:$U\nDTSTART;VALUE=DATE:$D\nSEQUENCE:0\nTRANSP:OPAQUE\nSUMMARY:$S\nCLASS:PUBLIC\nX-MICROSOFT-CDO-ALLDAYEVENT:"
     "TRUE\nDTSTAMP:20260102T030405Z\n"},
    {"iCalcreator of PHP",
     "METHOD:PUBLISH\nX-WR-CALNAME;VALUE=TEXT:x\nPRODID:-//kigkonsult.se kigkonsult//NONSGML iCalcreator 2.41//\n",
     "UID:$U\nDTSTAMP:20260102T030405Z\nSUMMARY:$S\nDTSTART;VALUE=DATE:$D\nDTEND;VALUE=DATE:$N\nX-PROP;X-A=\"b\":\n"},
    {"ical-generator of JavaScript",
     "PRODID:-//sebbo.net//ical-generator//EN\nNAME:x\nX-WR-CALNAME:x\nTIMEZONE-ID:Europe/Berlin\nX-WR-TIMEZONE:Europe/"
     "Berlin\n",
     "UID:$U\nSEQUENCE:0\nDTSTAMP:20260102T030405Z\nDTSTART;VALUE=DATE:$D\nDTEND;VALUE=DATE:$N\nX-MICROSOFT-CDO-"
     "ALLDAYEVENT:TRUE\nX-MICROSOFT-MSNCALENDAR-ALLDAYEVENT:TRUE\nSUMMARY:$S\n"},
    {"ics of JavaScript", "CALSCALE:GREGORIAN\nPRODID:adamgibbons/ics\nMETHOD:PUBLISH\nX-PUBLISHED-TTL:PT1H\n",
     "UID:$U\nSUMMARY:$S\nDTSTAMP:20260102T030405Z\nDTSTART;VALUE=DATE:$D\nRRULE:FREQ=YEARLY;UNTIL=20301231T000000Z;"
     "\nX-MICROSOFT-CDO-BUSYSTATUS:FREE\n"},
    {"feiertage-api and its like", "PRODID:-//Feiertage//DE\n",
     "DTSTART;VALUE=DATE:$D \nDTEND;VALUE=DATE: $N\nSUMMARY: $S \nUID: "
     "$U\nDESCRIPTION;ENCODING=QUOTED-PRINTABLE:a=3Db=\nc=\n"},
    {"schulferien", "METHOD:PUBLISH\nPRODID:-//schulferien.org//iCal Generator//DE\n",
     "CREATED:20260102T030405Z\nLAST-MODIFIED:20260102T030405Z\nDTSTAMP:20260102T030405Z\nUID:F_$U@schulferien."
     "org\nSUMMARY:$S\nDTSTART;VALUE=DATE:$D\nDTEND;VALUE=DATE:$N\nDESCRIPTION: "
     "\nLOCATION:\nTRANSP:TRANSPARENT\nCLASS:PUBLIC\nSEQUENCE:\n"},
    {"small letters", "prodid:x\ncalscale:gregorian\nmethod:publish\n",
     "uid:$U\ndtstart;value=date:$D\nduration:P1D\nsummary;language=en:$S\nstatus:confirmed\nrrule:freq=yearly;"
     "bymonthday=25,1;bymonth=12,1;count=1\n"},
    {"other components",
     "BEGIN:VTODO\nSUMMARY:\nDUE:nothing\nEND:VTODO\nBEGIN:X-COMPONENT\nBEGIN:X-PART\nno "
     "property\nEND:X-PART\nEND:X-COMPONENT\nBEGIN:VJOURNAL\nDTSTART:x\nEND:VJOURNAL\nBEGIN:VFREEBUSY\nFREEBUSY:\nEND:"
     "VFREEBUSY\nBEGIN:VAVAILABILITY\nEND:VAVAILABILITY\n",
     "UID:$U\nDTSTART;VALUE=DATE:$D\nSUMMARY:$S\nBEGIN:PARTICIPANT\nUID:p\nSUMMARY:p\nBEGIN:VLOCATION\nUID:l\nEND:"
     "VLOCATION\nEND:PARTICIPANT\nBEGIN:VRESOURCE\nEND:VRESOURCE\n"},
    {"no UID and no stamp", "", "DTSTART;VALUE=DATE:$D\nSUMMARY:$S\n"},
};

std::string replaced(std::string text, std::string_view what, std::string_view by) {
  for (auto at = text.find(what); at != std::string::npos; at = text.find(what, at + by.size()))
    text.replace(at, what.size(), by);
  return text;
}

std::string event(const producer& of, std::string_view day, std::string_view next, std::string_view uid,
                  std::string_view name) {
  std::string text = replaced(std::string(of.event), "$D", day);
  text = replaced(replaced(replaced(text, "$N", next), "$U", uid), "$S", name);
  return "BEGIN:VEVENT\n" + text + "END:VEVENT\n";
}

std::string calendar(const producer& of) {
  return "BEGIN:VCALENDAR\nVERSION:2.0\n" + std::string(of.calendar) +
         event(of, "20260101", "20260102", "1", "New Year's Day\\, 元旦\\; Jour de l’an") +
         event(of, "20261225", "20261226", "2", "Christmas Day") + "END:VCALENDAR\n";
}

/// Each line cut after so many bytes, in the midst of a character if it comes to that.
std::string folded(std::string_view text, std::size_t after) {
  std::string all;
  std::size_t length = 0;
  for (const char each : text) {
    if (each != '\n' && length == after) {
      all += "\n ";
      length = 0;
    }
    all += each;
    length = each == '\n' ? 0 : length + 1;
  }
  return all;
}

std::string found_in(const std::string& text) {
  std::istringstream in(text);
  std::string all;
  for (const sla::named_holiday& each :
       sla::read_ical_holidays(in, "file.ics", {date(2026y / January / 1), date(2026y / December / 31)}))
    all += sla::iso(*each.rule().on(2026y)) + ' ' + each.name() + '\n';
  return all;
}

}  // namespace

TEST_CASE("calendars of many producers, in many ways to write lines, hold the same holidays") {
  int read = 0;
  for (const producer& of : producers) {
    CAPTURE(of.name);
    const std::string text = calendar(of);
    for (const std::string& written :
         {text, replaced(text, "\n", "\r\n"), replaced(folded(text, 75), "\n", "\r\n"), folded(text, 1),
          replaced(folded(text, 20), "\n ", "\n\t"), "\xEF\xBB\xBF" + text, replaced(text, "\n", "\r"),
          replaced(text, "\n", "\r\r\n"), replaced(folded(text, 40), "\n", "\n\n"), "\n\n" + text + "\n \n",
          text.substr(0, text.size() - 1), text + "\xEF\xBB\xBF" + text}) {
      CAPTURE(written);
      CHECK(found_in(written) == "2026-01-01 New Year's Day, 元旦; Jour de l’an\n2026-12-25 Christmas Day\n");
      ++read;
    }
  }
  CHECK(read >= 400);
}

TEST_CASE("whatever a property holds that is not read, it is not read") {
  constexpr std::string_view names[] = {"ATTACH",
                                        "ATTENDEE",
                                        "CATEGORIES",
                                        "CLASS",
                                        "COMMENT",
                                        "COMPLETED",
                                        "CONTACT",
                                        "CREATED",
                                        "DESCRIPTION",
                                        "DTSTAMP",
                                        "DUE",
                                        "GEO",
                                        "LAST-MODIFIED",
                                        "LOCATION",
                                        "ORGANIZER",
                                        "PERCENT-COMPLETE",
                                        "PRIORITY",
                                        "RELATED-TO",
                                        "REPEAT",
                                        "REQUEST-STATUS",
                                        "RESOURCES",
                                        "SEQUENCE",
                                        "TRANSP",
                                        "TRIGGER",
                                        "TZID",
                                        "TZNAME",
                                        "TZOFFSETFROM",
                                        "TZURL",
                                        "URL",
                                        "COLOR",
                                        "IMAGE",
                                        "CONFERENCE",
                                        "NAME",
                                        "ACTION",
                                        "ACKNOWLEDGED",
                                        "X-WR-CALNAME",
                                        "X-",
                                        "IANA-TOKEN",
                                        "7"};
  constexpr std::string_view values[] = {":",
                                         ": ",
                                         ":\\",
                                         ":\"",
                                         ";:",
                                         ";X=:",
                                         ";X=\"a:b;c\":d",
                                         ";X=\"a:b",
                                         ";=:",
                                         ";VALUE=DATE:x",
                                         ";VALUE=NONE:1",
                                         ";ENCODING=BASE64:!",
                                         ":20260230T990000",
                                         ":-1",
                                         ":99999999999999999999",
                                         ":\x01\x7F\xC3",
                                         ";X-A;X-A;X-A",
                                         ":mailto:",
                                         ":BEGIN:VEVENT"};
  int read = 0;
  for (const std::string_view name : names)
    for (const std::string_view value : values) {
      const std::string line = std::string(name) + std::string(value) + '\n';
      CAPTURE(line);
      CHECK(found_in("BEGIN:VCALENDAR\n" + line + "BEGIN:VEVENT\nDTSTART:20260504\n" + line + "SUMMARY:Fair\n" + line +
                     "BEGIN:VALARM\n" + line + "END:VALARM\nEND:VEVENT\n" + line + "END:VCALENDAR\n") ==
            "2026-05-04 Fair\n");
      ++read;
    }
  CHECK(read == 39 * 19);
}
