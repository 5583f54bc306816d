// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/extract/syntax/json_value.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

#include "indexer/extract/text/encoding.h"
#include "indexer/extract/text/lines.h"
#include "indexer/extract/text/tags.h"
#include "schema/text/trimmed.h"

namespace newsindex {
namespace {

using simdjson::dom::element;
using simdjson::dom::element_type;

std::string number_text(double number) {
  constexpr double kExact = 9e15;  // below this, whole numbers are exact
  if (std::abs(number) < kExact && std::abs(number) >= 1)
    return std::to_string(static_cast<std::int64_t>(number));
  std::array<char, 32> text{};
  const auto [end, error] = std::to_chars(text.data(), text.data() + text.size(), number);
  return {text.data(), end};
}

// The member that holds the text of an object.
std::optional<element> text_member(element value) {
  return member(value, {"name", "main", "rendered", "default", "value", "text", "content", "plain",
                        "title", "label", "#text", "$oid", "$date", "$numberLong", "@value"});
}

std::string first_text(simdjson::dom::array list) {
  for (const element value : list)
    if (std::string text = text_of(value); !text.empty()) return text;
  return {};
}

std::optional<element> at_key(element value, std::string_view key) {
  simdjson::dom::object object;
  simdjson::dom::array list;
  element found;
  if (value.get(object) == simdjson::SUCCESS) {
    if (object.at_key(key).get(found) == simdjson::SUCCESS) return found;
    if (object.at_key_case_insensitive(key).get(found) == simdjson::SUCCESS) return found;
  }
  std::size_t index = 0;
  const auto [end, error] = std::from_chars(key.data(), key.data() + key.size(), index);
  const bool is_index = error == std::errc() && end == key.data() + key.size();
  if (is_index && value.get(list) == simdjson::SUCCESS &&
      list.at(index).get(found) == simdjson::SUCCESS)
    return found;
  return std::nullopt;
}

}  // namespace

std::optional<element> member(element value, std::initializer_list<std::string_view> names) {
  simdjson::dom::object object;
  if (value.get(object) != simdjson::SUCCESS) return std::nullopt;
  for (const std::string_view name : names) {
    element found;
    if (object.at_key(name).get(found) == simdjson::SUCCESS && !found.is_null()) return found;
  }
  return std::nullopt;
}

std::string text_of(element value) {
  switch (value.type()) {
    case element_type::STRING:
      return std::string(trimmed(tidy(std::string(value.get_string().value_unsafe()))));
    case element_type::INT64: return std::to_string(value.get_int64().value_unsafe());
    case element_type::UINT64: return std::to_string(value.get_uint64().value_unsafe());
    case element_type::DOUBLE: return number_text(value.get_double().value_unsafe());
    case element_type::ARRAY: return first_text(value.get_array().value_unsafe());
    case element_type::OBJECT: break;
    case element_type::BOOL:
    case element_type::NULL_VALUE: return {};
  }
  const auto telling = text_member(value);
  return telling ? text_of(*telling) : std::string();
}

std::vector<std::string> texts_of(element value) {
  std::vector<std::string> texts;
  simdjson::dom::array list;
  const auto add = [&texts](element one) {
    if (std::string text = text_of(one); !is_no_value(text)) texts.push_back(std::move(text));
  };
  if (value.get(list) == simdjson::SUCCESS)
    std::for_each(list.begin(), list.end(), add);
  else
    add(value);
  return texts;
}

std::vector<std::string> listed_texts(element value) {
  if (!value.is_string()) return texts_of(value);
  return listed_parts(text_of(value));
}

std::optional<std::string> running_text_of(element value) {
  std::string text;
  if (value.is_array()) {
    for (const std::string& paragraph : texts_of(value))
      text += (text.empty() ? "" : "\n\n") + paragraph;
    if (text.empty() && value.get_array().size() > 0) return std::nullopt;
  } else if (value.is_string()) {
    text = tidy(std::string(value.get_string().value_unsafe()));
  } else if (const auto telling = text_member(value)) {
    return running_text_of(*telling);
  } else if (!value.is_null()) {
    return std::nullopt;
  }
  text.resize(trimmed_back(text).size());
  text.erase(0, std::min(text.find_first_not_of('\n'), text.size()));
  return text;
}

std::string_view type_name(element value) {
  if (value.is_string()) return "text";
  if (value.is_array()) return "a list without text";
  if (value.is_object()) return "an object";
  if (value.is_bool()) return "true or false";
  return value.is_null() ? "null" : "a number";
}

std::optional<element> value_at(simdjson::dom::object object, std::string_view path) {
  element value;
  if (object.at_key(path).get(value) == simdjson::SUCCESS) return value;
  const std::size_t dot = std::min(path.find('.'), path.size());
  if (object.at_key(path.substr(0, dot)).get(value) != simdjson::SUCCESS &&
      object.at_key_case_insensitive(path.substr(0, dot)).get(value) != simdjson::SUCCESS)
    return std::nullopt;
  std::optional<element> found = value;
  for (std::size_t start = dot + 1; found && start <= path.size();) {
    const std::size_t end = std::min(path.find('.', start), path.size());
    found = at_key(*found, path.substr(start, end - start));
    start = end + 1;
  }
  return found;
}

}  // namespace newsindex
