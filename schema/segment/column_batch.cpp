// SPDX-License-Identifier: GPL-3.0-or-later
#include "schema/segment/column_batch.h"

#include <algorithm>

namespace newsindex {

void ColumnBatch::add_value(const Field& field, std::string_view value, std::uint64_t key,
                            int confidence) {
  Facet& facet = facets_[facet_number(field)];
  const auto percent = static_cast<std::uint8_t>(std::clamp(confidence, 0, 100));
  for (std::size_t i = facet.starts.back(); i < facet.ordinals.size(); ++i)
    if (facet.keys[facet.ordinals[i]] == key) {
      facet.confidences[i] = std::max(facet.confidences[i], percent);
      return;
    }
  const auto [at, is_new] =
      facet.numbers.try_emplace(std::string(value), static_cast<std::uint32_t>(facet.keys.size()));
  if (is_new) {
    facet.text += value;
    facet.value_starts.push_back(static_cast<std::uint32_t>(facet.text.size()));
    facet.keys.push_back(key);
  }
  facet.ordinals.push_back(at->second);
  facet.confidences.push_back(percent);
}

void ColumnBatch::add(const ColumnRow& row) {
  order_.push_back(row.order);
  days_.push_back(row.day);
  lengths_.push_back(row.length);
  stories_.push_back(row.story);
  digests_.push_back(row.digest);
  sequences_.push_back(row.sequence);
  ids_.push_back(row.id);
  for (Facet& facet : facets_)
    facet.starts.push_back(static_cast<std::uint32_t>(facet.ordinals.size()));
}

ColumnData ColumnBatch::data() {
  ColumnData data{order_, days_, lengths_, stories_, digests_, sequences_, ids_, {}};
  for (std::size_t i = 0; i < facets_.size(); ++i) {
    const Facet& facet = facets_[i];
    data.facets[i] = {facet.starts, facet.ordinals, facet.value_starts,
                      facet.text,   facet.keys,     facet.confidences};
  }
  return data;
}

}  // namespace newsindex
