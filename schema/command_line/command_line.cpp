// SPDX-License-Identifier: GPL-3.0-or-later
#include "schema/command_line/command_line.h"

#include <charconv>
#include <cmath>

#include "schema/error.h"
#include "schema/query_language/did_you_mean.h"

namespace newsindex {
namespace {

std::optional<double> number_of(std::string_view text) {
  double number = 0;
  const char* end = text.data() + text.size();
  const auto [stop, failure] = std::from_chars(text.data(), end, number);
  if (failure != std::errc() || stop != end) return std::nullopt;
  return number;
}

std::string limit_text(double limit) { return std::to_string(static_cast<std::int64_t>(limit)); }

std::string fault_of_number(const OptionRow& row, const std::string& value) {
  const auto number = number_of(value);
  if (number && *number >= row.least && *number <= row.most &&
      (row.takes_fractions || std::floor(*number) == *number))
    return {};
  return "is not a number from " + limit_text(row.least) + " to " + limit_text(row.most);
}

}  // namespace

std::string CommandLine::text(std::string_view name) const {
  const auto typed = values.find(name);
  if (typed != values.end()) return typed->second.back();
  const auto set = settings.find(name);
  return set == settings.end() ? std::string() : set->second;
}

std::vector<std::string> CommandLine::texts(std::string_view name) const {
  const auto found = values.find(name);
  return found == values.end() ? std::vector<std::string>() : found->second;
}

double CommandLine::number(std::string_view name, double otherwise) const {
  return number_of(text(name)).value_or(otherwise);
}

std::uint64_t CommandLine::whole_number(std::string_view name, std::uint64_t otherwise) const {
  const auto known = number_of(text(name));
  return known ? static_cast<std::uint64_t>(*known) : otherwise;
}

std::string fault_of_choice(std::string_view list_of_choices, const std::string& value) {
  const std::vector<std::string> choices = words_of(list_of_choices);
  std::string list;
  for (const std::string& choice : choices) {
    if (choice == value) return {};
    list += (list.empty() ? "" : ", ") + choice;
  }
  return choices.empty() ? "" : "is not one of " + list + did_you_mean(value, choices);
}

std::string fault_of_value(const OptionRow& row, const std::string& value) {
  if (row.most > 0) return fault_of_number(row, value);
  if (row.fault != nullptr) return row.fault(value);
  return fault_of_choice(row.choices, value);
}

void check_value(const OptionRow& row, const std::string& value, const std::string& place) {
  const std::string fault = fault_of_value(row, value);
  if (!fault.empty()) throw Error(ExitCode::usage, place + " '" + value + "' " + fault);
}

}  // namespace newsindex
