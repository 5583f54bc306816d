// SPDX-License-Identifier: GPL-3.0-or-later
// Joins the columns of several parts into those of one segment: arrays one after the other, facet
// values renumbered in the order of their bytes.
#include <algorithm>
#include <numeric>
#include <string_view>
#include <unordered_map>

#include "schema/segment/column_sections.h"
#include "schema/segment/columns.h"

namespace newsindex {
namespace {

using Parts = std::span<const ColumnData>;

template <class T>
void write_joined(SectionWriter& writer, SectionNumber number, Parts parts,
                  std::span<const T> ColumnData::*column) {
  constexpr bool kInParts = true;
  writer.begin(number, kInParts);
  for (const ColumnData& part : parts) writer.append_array(part.*column);
}

std::uint64_t articles_in(Parts parts) {
  std::uint64_t articles = 0;
  for (const ColumnData& part : parts) articles += part.order.size();
  return articles;
}

void write_totals(SectionWriter& writer, Parts parts) {
  std::uint64_t sum = 0;
  for (const ColumnData& part : parts)
    sum = std::accumulate(part.lengths.begin(), part.lengths.end(), sum);
  writer.write_array(ColumnSection::totals, std::span<const std::uint64_t>(&sum, 1));
}

void write_id_order(SectionWriter& writer, Parts parts) {
  struct Place {
    std::uint64_t id;
    Docid docid;
  };
  std::vector<Place> places;
  places.reserve(articles_in(parts));
  for (const ColumnData& part : parts)
    for (const std::uint64_t id : part.ids)
      places.push_back({id, static_cast<Docid>(places.size() + 1)});
  std::sort(places.begin(), places.end(), [](const Place& a, const Place& b) {
    return a.id != b.id ? a.id < b.id : a.docid < b.docid;
  });
  std::vector<Docid> docids;
  docids.reserve(places.size());
  for (const Place& place : places) docids.push_back(place.docid);
  writer.write_array(ColumnSection::id_order, std::span<const Docid>(docids));
}

// The distinct values of a facet in all parts, sorted.
struct JoinedValues {
  std::vector<std::string_view> texts;
  std::vector<std::uint64_t> keys;
  std::vector<std::vector<std::uint32_t>> ordinals;  // of each part: from old ordinal to new
};

JoinedValues join_values(Parts parts, std::size_t facet) {
  JoinedValues joined;
  std::unordered_map<std::string_view, std::uint32_t> numbers;  // in the order of first occurrence
  for (const ColumnData& part : parts) {
    const FacetData& data = part.facets[facet];
    std::vector<std::uint32_t>& ordinals = joined.ordinals.emplace_back(data.values());
    for (std::uint32_t ordinal = 0; ordinal < data.values(); ++ordinal) {
      const auto [at, is_new] =
          numbers.try_emplace(data.value(ordinal), static_cast<std::uint32_t>(joined.texts.size()));
      ordinals[ordinal] = at->second;
      if (!is_new) continue;
      joined.texts.push_back(data.value(ordinal));
      joined.keys.push_back(data.keys[ordinal]);
    }
  }
  std::vector<std::uint32_t> sorted(joined.texts.size());
  std::iota(sorted.begin(), sorted.end(), 0u);
  std::sort(sorted.begin(), sorted.end(),
            [&](std::uint32_t a, std::uint32_t b) { return joined.texts[a] < joined.texts[b]; });
  std::vector<std::uint32_t> place(sorted.size());
  JoinedValues result;
  for (std::uint32_t i = 0; i < sorted.size(); ++i) {
    place[sorted[i]] = i;
    result.texts.push_back(joined.texts[sorted[i]]);
    result.keys.push_back(joined.keys[sorted[i]]);
  }
  for (std::vector<std::uint32_t>& ordinals : joined.ordinals)
    for (std::uint32_t& ordinal : ordinals) ordinal = place[ordinal];
  result.ordinals = std::move(joined.ordinals);
  return result;
}

void write_facet(SectionWriter& writer, Parts parts, std::size_t facet) {
  const JoinedValues values = join_values(parts, facet);
  const SectionNumber first = facet_sections(facet);
  std::uint32_t at = 0;
  writer.begin(first);
  for (const ColumnData& part : parts) {
    const FacetData& data = part.facets[facet];
    std::vector<std::uint32_t> starts(data.starts.begin(), data.starts.end() - 1);
    for (std::uint32_t& start : starts) start += at;
    writer.append_array(std::span<const std::uint32_t>(starts));
    at += static_cast<std::uint32_t>(data.ordinals.size());
  }
  writer.append_array(std::span<const std::uint32_t>(&at, 1));
  writer.begin(first + 1);
  for (std::size_t part = 0; part < parts.size(); ++part) {
    const std::span<const std::uint32_t> old = parts[part].facets[facet].ordinals;
    std::vector<std::uint32_t> ordinals(old.begin(), old.end());
    for (std::uint32_t& ordinal : ordinals) ordinal = values.ordinals[part][ordinal];
    writer.append_array(std::span<const std::uint32_t>(ordinals));
  }
  std::vector<std::uint32_t> starts{0};
  for (const std::string_view text : values.texts)
    starts.push_back(starts.back() + static_cast<std::uint32_t>(text.size()));
  writer.write_array(first + 2, std::span<const std::uint32_t>(starts));
  writer.begin(first + 3);
  for (const std::string_view text : values.texts) writer.append(text);
  writer.write_array(first + 4, std::span<const std::uint64_t>(values.keys));
}

bool is_sure(const FacetData& data) {
  return std::all_of(data.confidences.begin(), data.confidences.end(),
                     [](std::uint8_t confidence) { return confidence == 100; });
}

// The section is left out where all confidences are 100, as it is in older segments.
void write_confidences(SectionWriter& writer, Parts parts, std::size_t facet) {
  const auto has_doubt = [&](const ColumnData& part) { return !is_sure(part.facets[facet]); };
  if (std::none_of(parts.begin(), parts.end(), has_doubt)) return;
  writer.begin(confidence_section(facet));
  for (const ColumnData& part : parts) {
    const FacetData& data = part.facets[facet];
    const std::vector<std::uint8_t> sure(data.confidences.empty() ? data.ordinals.size() : 0, 100);
    writer.append_array(data.confidences);
    writer.append_array(std::span<const std::uint8_t>(sure));
  }
}

}  // namespace

void write_columns(const std::filesystem::path& folder, Parts parts) {
  SectionWriter writer(folder / kColumnsName, SectionKind::columns, articles_in(parts));
  write_joined(writer, ColumnSection::order, parts, &ColumnData::order);
  write_joined(writer, ColumnSection::days, parts, &ColumnData::days);
  write_joined(writer, ColumnSection::lengths, parts, &ColumnData::lengths);
  write_joined(writer, ColumnSection::stories, parts, &ColumnData::stories);
  write_joined(writer, ColumnSection::digests, parts, &ColumnData::digests);
  write_joined(writer, ColumnSection::sequences, parts, &ColumnData::sequences);
  write_joined(writer, ColumnSection::ids, parts, &ColumnData::ids);
  write_id_order(writer, parts);
  write_totals(writer, parts);
  for (std::size_t facet = 0; facet < kFacetFields; ++facet) write_facet(writer, parts, facet);
  for (const std::string_view name : entity_fields())
    write_confidences(writer, parts, facet_number(field(name)));
  writer.finish();
}

}  // namespace newsindex
