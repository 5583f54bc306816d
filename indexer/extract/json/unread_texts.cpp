// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/extract/json/unread_texts.h"

#include <algorithm>
#include <string_view>
#include <utility>
#include <vector>

#include "indexer/extract/dates/dated.h"
#include "indexer/extract/fields/json_fields.h"
#include "indexer/extract/syntax/json_value.h"

namespace newsindex {
namespace {

using simdjson::dom::element;
using simdjson::dom::object;

constexpr std::size_t kMostNamed = 12;

struct UnreadField {
  std::string path;  // in the form that --map takes
  std::string text;
  bool is_known = false;
};

bool is_mapped(const std::string& path, const UnderstandOptions& options) {
  return std::any_of(options.fields.begin(), options.fields.end(),
                     [&](const auto& mapped) { return mapped.second == path; });
}

// Collects the fields of a record, and of the objects directly in it.
void collect(object in, const std::string& before, const UnderstandOptions& options,
             std::vector<UnreadField>& out) {
  for (const auto& [key, value] : in) {
    const std::string path = before + std::string(key);
    object inner;
    if (value.get(inner) == simdjson::SUCCESS) {
      if (before.empty()) collect(inner, path + ".", options, out);
      continue;
    }
    const bool is_known = before.empty() && json_field_named(key).has_value();
    if (value.is_string() || value.is_number())
      out.push_back({path, text_of(value), is_known || is_mapped(path, options)});
  }
}

std::vector<UnreadField> fields_of(object in, const UnderstandOptions& options) {
  std::vector<UnreadField> fields;
  collect(in, "", options, fields);
  return fields;
}

// True for running text, not a code or a name: several words, or as many letters of a script
// without spaces.
bool is_text(const std::string& text) {
  constexpr std::ptrdiff_t kWords = 4;
  constexpr std::size_t kBytes = 30;
  if (text.find("://") < 8) return false;
  if (std::count(text.begin(), text.end(), ' ') + 1 >= kWords) return true;
  return text.size() >= kBytes && text.find(' ') == std::string::npos &&
         static_cast<unsigned char>(text.front()) >= 0xE0;
}

bool is_date(const std::string& text, const UnderstandOptions& options) {
  constexpr std::size_t kLongest = 40;
  if (text.size() < 8 || text.size() > kLongest) return false;
  Dated dated;
  set_published(dated, text, options);
  return dated.article.published.has_value();
}

const UnreadField* longest_unread(const std::vector<UnreadField>& fields) {
  const UnreadField* longest = nullptr;
  for (const UnreadField& field : fields)
    if (!field.is_known && is_text(field.text) &&
        (longest == nullptr || field.text.size() > longest->text.size()))
      longest = &field;
  return longest;
}

template <class Fits>
const UnreadField* first_unread(const std::vector<UnreadField>& fields, const UnreadField* but,
                                Fits fits) {
  const auto found = std::find_if(fields.begin(), fields.end(), [&](const UnreadField& field) {
    return &field != but && !field.is_known && fits(field.text);
  });
  return found == fields.end() ? nullptr : &*found;
}

bool has_known(const std::vector<UnreadField>& fields, JsonField sought) {
  return std::any_of(fields.begin(), fields.end(), [&](const UnreadField& field) {
    const auto name = json_field_named(field.path);
    return field.is_known && name && name->field == sought;
  });
}

std::string names_of(const std::vector<UnreadField>& fields) {
  std::string names;
  for (std::size_t i = 0; i < fields.size() && i < kMostNamed; ++i)
    names += (i == 0 ? "" : ", ") + fields[i].path;
  return names + (fields.size() > kMostNamed ? ", ..." : "");
}

}  // namespace

std::string advice_on_names(object in, const UnderstandOptions& options) {
  const std::vector<UnreadField> fields = fields_of(in, options);
  const UnreadField* body = longest_unread(fields);
  constexpr std::size_t kLongestTitle = 300;
  const UnreadField* title = first_unread(fields, body, [](const std::string& text) {
    return text.size() <= kLongestTitle && is_text(text);
  });
  if (title == nullptr && body != nullptr && body->text.size() <= kLongestTitle / 3)
    std::swap(title, body);
  if (title == nullptr && body == nullptr) return {};
  std::string map;
  const auto add = [&map](const char* field, const UnreadField* from) {
    if (from != nullptr) map += (map.empty() ? "" : ",") + std::string(field) + "=" + from->path;
  };
  add("title", title);
  add("body", body);
  if (!has_known(fields, JsonField::published))
    add("published", first_unread(fields, body,
                                  [&](const std::string& text) { return is_date(text, options); }));
  if (!has_known(fields, JsonField::url))
    add("url",
        first_unread(fields, body, [](const std::string& text) { return text.find("://") < 8; }));
  return "no field has a name that stands for a title or a body (" + names_of(fields) +
         "); '--map " + map + "' may read it";
}

std::string advice_on_body(object in, const UnderstandOptions& options) {
  std::vector<UnreadField> unread = fields_of(in, options);
  std::erase_if(unread,
                [](const UnreadField& field) { return field.is_known || !is_text(field.text); });
  const UnreadField* longest = longest_unread(unread);
  if (longest == nullptr) return {};
  return "no body; its texts that were not read: " + names_of(unread) +
         " ('--map body=" + longest->path + "' may read it)";
}

}  // namespace newsindex
