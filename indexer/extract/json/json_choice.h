// SPDX-License-Identifier: GPL-3.0-or-later
// Which value of a JSON object counts for each field of the article.
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

// First what --map names, then a text that was given, then the surest of the usual names. The
// values are those of the object, which has to stay.
class Chosen {
 public:
  Chosen(simdjson::dom::object object, const UnderstandOptions& options);

  // The value under a name, or null.
  const simdjson::dom::element* operator[](JsonField field) const;

  // A text for a field that stands under none of the usual names, or is made of several values.
  // What --map names counts before it; an empty text is none.
  void give(JsonField field, std::string text);
  void give_list(JsonField field, std::vector<std::string> texts);
  const std::string* given(JsonField field) const;
  const std::vector<std::string>* given_list(JsonField field) const;

  // Forgets the value under a usual name: it is not what the name says.
  void drop(JsonField field);

  bool mapped(JsonField field) const;

  // Whether the body stands under a surer name than "bodyText" and its like.
  bool sure_body() const { return of(JsonField::body).rank < json_field_named("bodytext")->rank; }
  bool has(JsonField field) const;

  // Takes the values of another object for the fields that have none.
  void complete(const Chosen& other);

  // The text for a field on as many lines as it has, or empty.
  std::string text(JsonField field) const;

  // Why the body cannot be used, if nothing else can.
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
