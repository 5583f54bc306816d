// SPDX-License-Identifier: GPL-3.0-or-later
// The names that JSON records use for the fields of an article.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace newsindex {

enum class JsonField : std::uint8_t {
  id,
  url,
  title,
  published,
  published_precision,
  published_evidence,
  published_ambiguous,
  modified,
  version,
  language,
  source,
  section,
  authors,
  lead,
  body,
  keywords,
  topics,
  subjects,
  people,
  organisations,
  places,
  entities,
};
inline constexpr std::size_t kJsonFields = 22;

struct JsonFieldName {
  JsonField field;
  int rank;  // if a record has two names for one field, the lower rank wins
};

// Names from this rank on are not English. They are common words ("data", "artikel") and name only
// texts and lists of texts.
inline constexpr int kRankOfOtherLanguages = 1000;

// The field that a name stands for. Only letters and digits count, without case and accents:
// "pubDate", "pub_date" and "PUB-DATE" are the same. Empty for an unknown name.
std::optional<JsonFieldName> json_field_named(std::string_view name);

// The field that the left side of `--map title=headline` names. Throws Error(usage) with a list of
// the fields if there is no such field.
JsonField mapped_field(const std::string& name);

}  // namespace newsindex
