// SPDX-License-Identifier: GPL-3.0-or-later
// Chooses which value of a JSON object is used for each field of the article.
#pragma once

#include <array>
#include <limits>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <simdjson.h>

#include "indexer/extract/fields/json_fields.h"
#include "indexer/extract/options.h"

namespace newsindex {

// For each field, the value that --map names comes first, then a text set by give(), then the most
// reliable of the usual names. The values point into the object, which has to outlive this.
class Chosen {
 public:
  Chosen(simdjson::dom::object object, const UnderstandOptions& options);

  // The value found under a name, or null.
  const simdjson::dom::element* operator[](JsonField field) const;

  // Sets the text of a field that has none of the usual names, or is made of several values. A
  // value that --map names still comes first. An empty text is ignored.
  void give(JsonField field, std::string text);
  void give_list(JsonField field, std::vector<std::string> texts);
  const std::string* given(JsonField field) const;
  const std::vector<std::string>* given_list(JsonField field) const;

  // Forgets the value under a usual name, because it is not what the name promises.
  void drop(JsonField field);

  bool mapped(JsonField field) const;

  // True if the body has a more reliable name than "bodyText" and similar names.
  bool sure_body() const { return of(JsonField::body).rank < json_field_named("bodytext")->rank; }
  bool has(JsonField field) const;

  // Copies values from another object to the fields that have none here.
  void complete(const Chosen& other);

  // The text of a field, with its line breaks, or empty.
  std::string text(JsonField field) const;

  // Why the body cannot be used (it is not text); for the case that there is no other body.
  const std::string& body_of_wrong_type() const { return body_of_wrong_type_; }

 private:
  static constexpr int kNone = std::numeric_limits<int>::max();
  static constexpr int kMapped = -1;
  struct Choice {
    int rank = kNone;
    simdjson::dom::element value{};
    std::string given{};
    std::vector<std::string> given_list{};
  };

  void offer(JsonFieldName name, std::string_view key, simdjson::dom::element value);
  const Choice& of(JsonField field) const { return choices_[static_cast<std::size_t>(field)]; }

  std::array<Choice, kJsonFields> choices_;
  std::string body_of_wrong_type_;
};

}  // namespace newsindex
