#include "sla/toml/parse.hpp"

#include <doctest/doctest.h>

#include <cstddef>
#include <fstream>
#include <sstream>
#include <string>
#include <vector>

#include "support/failing_buffer.hpp"
#include "support/message.hpp"

namespace {

toml::table read(const std::string& text) {
  std::istringstream in(text);
  return sla::detail::parse_toml(in, "own.toml");
}
std::string complaint(const std::string& text) {
  return sla_tests::message_of<sla::toml_error>([&] { (void)read(text); });
}

TEST_CASE("text that is no TOML is named by file and line") {
  CHECK(complaint("title = \"a\"\nzone\n").starts_with("own.toml:"));
  CHECK(read("title = \"a\"\n[zone]\nname = \"IST\"\n").size() == 2);
  CHECK(read("\xEF\xBB\xBF[zone]\n").size() == 1);
}

TEST_CASE("a file that cannot be read to its end is refused, however whole it looks") {
  sla_tests::failing_buffer buffer("title = \"a\"\n");
  std::istream in(&buffer);
  CHECK(sla_tests::message_of<sla::toml_error>([&] { (void)sla::detail::parse_toml(in, "own.toml"); }) ==
        "own.toml: cannot be read to its end");
}

TEST_CASE("a file is read in parts") {
  const std::string title(10'000, 'a');
  CHECK(read("title = \"" + title + "\"")["title"].value_or(std::string()) == title);
}

TEST_CASE("a character that the parser takes for granted not to come is named, and its line") {
  const std::string misplaced =
      " is misplaced; allowed: brackets around the name of a table and in pairs, ASCII outside of quotes, whole times "
      "behind dates";
  CHECK(complaint("a = 1\n[,b]\n") == "own.toml:2: the character '['" + misplaced);
  CHECK(complaint("# [\n[,b]\n") == "own.toml:2: the character '['" + misplaced);
  CHECK(complaint("a = \xC3\xA9") == "own.toml:1: the byte 0xC3" + misplaced);
  for (const char* text : {"[",
                           "[[",
                           "[{",
                           "[\n",
                           "[[ [a]]",
                           "[]",
                           "a = [ }",
                           "a = [1, }",
                           "a = { b = ]",
                           "a = \xC3\xA9",
                           "[a\xC3\xA9]",
                           "\xC3\xA9 = 1",
                           "a = 'b' \xC3\xA9",
                           "a = 0'\xC3\xA9'",
                           "a = 'b''c'",
                           "a'b' = 1",
                           "a = 2026-01-01 1\n",
                           "a = 2026-01-01 0\n",
                           "a = { b = 2026-1_0-\x01\x7F 0}",
                           "a = 2026-01-01 9\n",
                           "a = [2026-01-01 1]",
                           "a = 2026-01-01 1 ",
                           "a = 2026-0_1-01 1,",
                           "a = 2026-01-01 1#",
                           "a = 2026-01-01 1",
                           "a=2026-01-01 1\n",
                           "a = 2026-=1-01 1\n",
                           "a = 2026-01-0= 1\n",
                           "a = 20{6-01-01 1\n",
                           "a = 20['-01-01 1\n",
                           "a = [2='6-01-0= 1, 2]",
                           "a = [2026-={-0= 1, 2]",
                           "a=[2026-01-0= 1]",
                           "a = [1,\n2026-01-0= 1]",
                           "a = [{}, 2026-01-0= 1]",
                           "a = {b = 2026-01-0= 1}",
                           "a = {b = {}, c=2026-01-01 1}"})
    CHECK_MESSAGE(complaint(text).starts_with("own.toml:"), text);
}

TEST_CASE("what the parser refuses itself is left to it") {
  CHECK(complaint("a =026-01-01 1\n").find("misplaced") == std::string::npos);
  CHECK(complaint("a = 2026-12-1  5\n").find("misplaced") == std::string::npos);
  CHECK(complaint("a = \x7F\n").find("misplaced") == std::string::npos);
}

TEST_CASE("in texts and comments, and in arrays of many lines, every character is left to the parser") {
  const auto same = [](const std::string& value) { return read("a = " + value + "\n[b]\n").size() == 2; };
  CHECK(same("\"[, \xC3\xA9 }\""));
  CHECK(same("\"\\\"[,\""));
  CHECK(same("\"\\\" \xC3\xA9\""));
  CHECK(same("'\\' # [, \xC3\xA9"));
  CHECK(same("\"\"\"\n[,\n\"x\"\n\xC3\xA9\"\"\"\""));
  CHECK(same("'''\n[,\n'''''"));
  CHECK(same("[\n  [\n    1,\n  ],\n  # ]\n  [2],\n]"));
  CHECK(same("[2026-01-01 ,2026-01-01 09:00:00 , 1 ]"));
  CHECK(same("[\n{some-ke-y= 5, 2026-01-1= 5}, { b = [ 1 ],abcdef-gh-i= 5 } ]"));
  CHECK(same("[\n{ b = [\n], c = \"\" },\n{}]"));
  CHECK(read("\xEF\xBB\xBF'a' = 1\n\"b\".'c'=[\"\",'']\n'd' = {'e'='f'}\n").size() == 3);
  CHECK(read("some-ke-y= 5\nabcdef-gh-i= 5 # 2026-01-01 1\n\"some-k-\"= 5\n2026-01-1= 5\n").size() == 4);
  CHECK(read("[ \"a.b\" . c ]\n[['d']]\n").size() == 2);
}

std::string repeated(const std::string& part, std::size_t times) {
  std::string text;
  for (; times > 0; --times) text += part;
  return text;
}

/// Every way in which TOML puts something into something, so many times.
std::vector<std::string> nested(std::size_t times) {
  const auto key = [times](const std::string& part, const std::string& dot) {
    return repeated(part + dot, times - 1) + part;
  };
  std::vector<std::string> texts;
  for (const std::string& path :
       {key("a", "."), key("a", " . "), key("\"a.b\"", "."), key("'a'", "\t."), key("1", ".")}) {
    texts.push_back("\n[" + path + "]\nb = 1\n");
    texts.push_back("\n[[" + path + "]]\nb = 1\n");
    texts.push_back("\n" + path + " = 1\n");
    texts.push_back("\nb = { " + path + " = 1 }\n");
    texts.push_back("\nb = [{ c = 1, " + path + " = 1 }]\n");
  }
  texts.push_back("\na = " + repeated("[", times) + repeated("]", times));
  texts.push_back("\na = " + repeated("{ b = ", times) + "1" + repeated(" }", times));
  texts.push_back("\na = " + repeated("[{ b.c = ", times / 2) + "1" + repeated("}]", times / 2));
  return texts;
}

TEST_CASE("what goes deep is read up to a bound that the stack takes") {
  for (const std::string& text : nested(31)) CHECK_NOTHROW_MESSAGE((void)read(text), text);
  const std::string path = repeated("a.", 31) + "a = ";
  CHECK(read(repeated(path + "{ ", 32) + "b = 1" + repeated(" }", 32)).size() == 1);
}

TEST_CASE("what goes deeper is refused, however large the file") {
  for (const std::size_t times : {std::size_t{34}, std::size_t{1'000}, std::size_t{30'000}, std::size_t{200'000}})
    for (const std::string& text : nested(times)) {
      const std::string said = complaint(text);
      if (text.size() <= std::size_t{1} << 20)
        CHECK(said.ends_with("goes too deep; allowed: keys of up to 32 parts, brackets in up to 31 others"));
      else
        CHECK(said == "own.toml: is longer than an agreement; allowed: up to 1048576 bytes");
      CHECK_MESSAGE(said.starts_with("own.toml:"), said);
    }
  CHECK(
      complaint("\n[" + repeated("a.", 500'000) + "a]\n").starts_with("own.toml:2: the character '.' goes too deep; "));
}

TEST_CASE("a file of the largest size is read, one that is larger is not, and without an end neither") {
  const auto of_size = [](std::size_t size) { return "a = 1\n#" + std::string(size - 7, '.'); };
  CHECK(read(of_size(1 << 20)).size() == 1);
  CHECK(complaint(of_size((1 << 20) + 1)) == "own.toml: is longer than an agreement; allowed: up to 1048576 bytes");
  std::ifstream endless("/dev/zero");
  CHECK(sla_tests::message_of<sla::toml_error>([&] { (void)sla::detail::parse_toml(endless, "/dev/zero"); }) ==
        "/dev/zero: is longer than an agreement; allowed: up to 1048576 bytes");
}

}  // namespace
