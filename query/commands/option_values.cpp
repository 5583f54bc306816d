// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/commands/option_values.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <string_view>

#include "query/commands/choices.h"
#include "schema/error.h"
#include "schema/fields.h"
#include "schema/query_language/did_you_mean.h"
#include "schema/query_language/languages.h"
#include "schema/query_language/parser.h"

namespace newsindex {
namespace {

// The first row is for no choice.
constexpr std::array kTypes{Named{"", std::optional<EntityType>()},
                            Named{"person", std::optional(EntityType::person)},
                            Named{"org", std::optional(EntityType::organisation)},
                            Named{"organisation", std::optional(EntityType::organisation)},
                            Named{"organization", std::optional(EntityType::organisation)},
                            Named{"place", std::optional(EntityType::place)}};

std::optional<std::size_t> whole_number(std::string_view text) {
  std::size_t number = 0;
  const char* end = text.data() + text.size();
  const auto [stop, failure] = std::from_chars(text.data(), end, number);
  if (failure != std::errc() || stop != end) return std::nullopt;
  return number;
}

std::string listed(const std::vector<std::string>& names) {
  std::string text;
  for (const std::string& name : names) text += (text.empty() ? "" : ", ") + name;
  return text;
}

std::optional<double> number(std::string_view text) {
  double number = 0;
  const char* end = text.data() + text.size();
  const auto [stop, failure] = std::from_chars(text.data(), end, number, std::chars_format::fixed);
  if (failure != std::errc() || stop != end || !std::isfinite(number)) return std::nullopt;
  return number;
}

std::vector<std::string> weight_names() {
  std::vector<std::string> names;
  for (const NamedWeight& weight : kNamedWeights) names.emplace_back(weight.name);
  return names;
}

// Sets the weights that `given` names. Returns what is wrong with `given`, or "".
std::string set_weights(const std::string& given, Weights& weights) {
  for (const std::string& part : parts_of(given)) {
    const std::size_t equals = std::min(part.find('='), part.size());
    const std::string name = part.substr(0, equals);
    const auto known = std::find_if(kNamedWeights.begin(), kNamedWeights.end(),
                                    [&](const NamedWeight& each) { return each.name == name; });
    if (known == kNamedWeights.end())
      return "has no weight that we know, '" + name + "'" + did_you_mean(name, weight_names()) +
             "; there are " + listed(weight_names());
    const auto value = number(std::string_view(part).substr(std::min(equals + 1, part.size())));
    if (!value || *value < 0 || *value > known->most)
      return "has no number from 0 to " + std::to_string(static_cast<int>(known->most)) + " in '" +
             part + "'";
    weights.*(known->weight) = *value;
  }
  return {};
}

std::vector<std::string> facet_names() {
  std::vector<std::string> names;
  for (const Field& known : kFields)
    if (known.facet) names.emplace_back(known.name);
  return names;
}

}  // namespace

std::vector<std::string> parts_of(const std::string& list) {
  std::vector<std::string> parts;
  for (std::size_t at = 0; at <= list.size();) {
    const std::size_t end = std::min(list.find(',', at), list.size());
    parts.push_back(list.substr(at, end - at));
    at = end + 1;
  }
  return parts;
}

std::string joined_words(const std::vector<std::string>& words) {
  std::string text;
  for (const std::string& word : words) text += (text.empty() ? "" : " ") + word;
  return text;
}

bool is_blank(const std::string& text) {
  return text.find_first_not_of(" \t\n") == std::string::npos;
}

std::optional<double> half_life(const std::string& given) {
  constexpr std::array kUnits{Named{"d", 1.0}, Named{"w", 7.0}, Named{"m", 365.25 / 12},
                              Named{"y", 365.25}};
  const std::string_view digits = std::string_view(given).substr(0, given.size() - 1);
  const auto count = whole_number(digits);
  for (const auto& unit : kUnits)
    if (count && *count > 0 && given.ends_with(unit.name))
      return static_cast<double>(*count) * unit.value;
  return std::nullopt;
}

std::string fault_of_half_life(const std::string& given) {
  return half_life(given) ? "" : "is not a half-life; write 7d, 2w, 3m or 1y";
}

std::string fault_of_language(const std::string& given) {
  try {
    language_of_clause(given, {});
    return {};
  } catch (const QueryError& error) {
    return std::string("is refused: ") + error.what();
  }
}

std::string language_of(const CommandLine& line) {
  const std::string given = line.text("lang");
  return given.empty() ? given : language_of_clause(given, {});
}

std::optional<std::chrono::steady_clock::time_point> deadline_of(const CommandLine& line) {
  using Clock = std::chrono::steady_clock;
  const double seconds = line.number("timeout", 0);
  if (seconds == 0) return std::nullopt;
  return Clock::now() +
         std::chrono::duration_cast<Clock::duration>(std::chrono::duration<double>(seconds));
}

std::string fault_of_weights(const std::string& given) {
  Weights weights;
  return set_weights(given, weights);
}

Weights weights_of(const CommandLine& line) {
  Weights weights;
  const std::string given = line.text("weights");
  if (!given.empty()) set_weights(given, weights);
  return weights;
}

Day today_of(const CommandLine& line, Day today) {
  const std::string given = line.text("today");
  if (given.empty()) return today;
  const auto published = published_from_iso(given);
  if (!published || published->precision != Precision::day)
    refuse("--today '" + given + "' is not a day that exists; write it as 2023-04-02");
  return published->day;
}

std::optional<EntityType> type_of(const CommandLine& line) {
  return choice(line.text("type"), kTypes);
}

std::string facet_names_text() { return listed(facet_names()); }

std::string facet_named(const std::string& name, std::string_view option) {
  const Field* known = find_field(name);
  if (known == nullptr)
    refuse(std::string(option) + ": unknown field '" + name + "'" +
           did_you_mean(name, facet_names()) + "; the fields are " + facet_names_text());
  if (!known->facet)
    refuse(std::string(option) + ": articles cannot be counted by '" + name + "'; the fields are " +
           facet_names_text());
  return std::string(known->name);
}

std::vector<FieldValue> field_values(const CommandLine& line, std::string_view option) {
  std::vector<FieldValue> values;
  const std::string name = "--" + std::string(option);
  for (const std::string& given : line.texts(option)) {
    const std::size_t sign = given.find('=');
    if (sign == std::string::npos || sign + 1 == given.size())
      refuse(name + " '" + given + "' is no field with a value; write it as in " + name +
             " 'source=The Times'");
    values.push_back({facet_named(given.substr(0, sign), name), given.substr(sign + 1)});
  }
  return values;
}

std::vector<std::string> facets_named(const std::string& given) {
  std::vector<std::string> fields;
  for (const std::string& part : parts_of(given)) {
    std::string name = facet_named(part);
    if (std::find(fields.begin(), fields.end(), name) == fields.end())
      fields.push_back(std::move(name));
  }
  return fields;
}

}  // namespace newsindex
