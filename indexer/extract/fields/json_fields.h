// SPDX-License-Identifier: GPL-3.0-or-later
// Under which names the fields of an article stand in the JSON of the world.
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
  int rank;  // of two names for one field in a record, the one with the lower rank counts
};

// From this rank on, names are those of other languages than English. They are common words
// ("data", "artikel") and name texts and lists of texts only.
inline constexpr int kRankOfOtherLanguages = 1000;

// What a name stands for. Letter case, accents, and all but letters and digits do not count:
// "pubDate", "pub_date" and "PUB-DATE" are the same. Empty for a name that is not known.
std::optional<JsonFieldName> json_field_named(std::string_view name);

// The field of an article that the left side of `--map title=headline` means. Throws Error(usage)
// that lists the fields when there is no such field.
JsonField mapped_field(const std::string& name);

}  // namespace newsindex
