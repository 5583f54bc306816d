// SPDX-License-Identifier: GPL-3.0-or-later
#include "schema/segment/columns.h"

#include <algorithm>
#include <charconv>

#include "schema/digest.h"
#include "schema/segment/column_sections.h"

namespace newsindex {
namespace {

using namespace std::chrono;

// The place in `docids` of the first id hash that is not less than `id`. Interpolation search:
// hashes are spread evenly, so it guesses the place from the value, and walks the last few steps.
std::size_t first_not_before(std::span<const Docid> docids, std::span<const std::uint64_t> ids,
                             std::uint64_t id) {
  std::size_t low = 0;
  std::size_t high = docids.size();
  while (high - low > 8) {
    const std::uint64_t least = ids[docids[low] - 1];
    const std::uint64_t most = ids[docids[high - 1] - 1];
    if (id <= least) return low;
    if (id > most) return high;
    const double share = static_cast<double>(id - least) / static_cast<double>(most - least);
    const auto step = static_cast<std::size_t>(share * static_cast<double>(high - low - 1));
    const std::size_t middle = std::clamp(low + step, low + 1, high - 1);
    if (ids[docids[middle] - 1] < id)
      low = middle;
    else if (ids[docids[middle - 1] - 1] < id)
      return middle;
    else
      high = middle;
  }
  while (low < high && ids[docids[low] - 1] < id) ++low;
  return low;
}

}  // namespace

std::size_t facet_number(const Field& field) {
  std::size_t number = 0;
  for (const Field& each : kFields) {
    if (each.name == field.name) return number;
    number += each.facet ? 1 : 0;
  }
  return number;
}

std::uint64_t column_order(std::string_view order_value) {
  std::uint64_t order = 0;
  for (std::size_t i = 0; i < sizeof order; ++i)
    order = order << 8 | (i < order_value.size() ? static_cast<unsigned char>(order_value[i])
                                                 : std::uint64_t{0});
  return order;
}

std::int32_t column_day(const std::optional<Published>& published) {
  if (!published) return kUndated;
  Day day = published->day;
  std::int32_t precision = 3;
  if (published->precision == Precision::month) {
    precision = 2;
    day = day.year() / day.month() / 1;
  } else if (published->precision == Precision::year) {
    precision = 1;
    day = day.year() / January / 1;
  }
  return static_cast<std::int32_t>(sys_days(day).time_since_epoch().count()) * 4 + precision;
}

DayRange days_of_column(std::int32_t column) {
  const Day first = sys_days(days((column - (column & 3)) / 4));
  if ((column & 3) == 1) return {first, first.year() / December / 31};
  if ((column & 3) == 2) return {first, last_day_of_month(first.year() / first.month())};
  return {first, first};
}

std::uint64_t column_story(std::string_view story) {
  constexpr std::size_t kDigits = 16;
  std::uint64_t number = 0;
  const auto [end, error] = std::from_chars(story.data(), story.data() + story.size(), number, 16);
  const bool is_whole = error == std::errc() && end == story.data() + story.size();
  return is_whole && story.size() == kDigits ? number : 0;
}

std::uint64_t column_digest(std::string_view digest) { return column_order(digest); }

std::string story_name(std::uint64_t story) {
  return story == 0 ? std::string() : hex_digits(story);
}

Columns::Columns(const std::filesystem::path& folder, std::uint64_t articles)
    : file_(folder / kColumnsName, SectionKind::columns, articles) {}

template <class T>
std::span<const T> Columns::column(SectionNumber number) const {
  const std::span<const T> column = file_.array<T>(number);
  if (column.size() != file_.articles()) file_.throw_damaged("a column has a wrong length");
  return column;
}

std::span<const std::uint64_t> Columns::order() const {
  return column<std::uint64_t>(ColumnSection::order);
}
std::span<const std::int32_t> Columns::days() const {
  return column<std::int32_t>(ColumnSection::days);
}
std::span<const std::uint32_t> Columns::lengths() const {
  return column<std::uint32_t>(ColumnSection::lengths);
}
std::span<const std::uint64_t> Columns::stories() const {
  return column<std::uint64_t>(ColumnSection::stories);
}
std::span<const std::uint64_t> Columns::digests() const {
  return column<std::uint64_t>(ColumnSection::digests);
}
std::span<const std::uint64_t> Columns::sequences() const {
  return column<std::uint64_t>(ColumnSection::sequences);
}
std::span<const std::uint64_t> Columns::ids() const {
  return column<std::uint64_t>(ColumnSection::ids);
}

std::uint64_t Columns::order_of(Docid docid) const {
  return file_.entry<std::uint64_t>(ColumnSection::order, docid - 1);
}
std::uint32_t Columns::length_of(Docid docid) const {
  return file_.entry<std::uint32_t>(ColumnSection::lengths, docid - 1);
}

std::uint64_t Columns::digest_of(Docid docid) const {
  return file_.entry<std::uint64_t>(ColumnSection::digests, docid - 1);
}

FacetData Columns::facet(const Field& field) const {
  const SectionNumber first = facet_sections(facet_number(field));
  FacetData facet{file_.array<std::uint32_t>(first), file_.array<std::uint32_t>(first + 1),
                  file_.array<std::uint32_t>(first + 2), file_.section(first + 3),
                  file_.array<std::uint64_t>(first + 4)};
  const SectionNumber confidences = confidence_section(facet_number(field));
  if (file_.has(confidences)) facet.confidences = file_.array<std::uint8_t>(confidences);
  const bool has_all =
      facet.confidences.empty() || facet.confidences.size() == facet.ordinals.size();
  if (facet.starts.size() != articles() + 1 || facet.value_starts.size() != facet.values() + 1 ||
      !has_all)
    file_.throw_damaged("a facet has a wrong length");
  return facet;
}

std::uint64_t Columns::total_length() const {
  return file_.array<std::uint64_t>(ColumnSection::totals)[0];
}

std::vector<Docid> Columns::with_id(std::uint64_t id) const {
  const auto docids = column<Docid>(ColumnSection::id_order);
  const auto all = ids();
  std::vector<Docid> found;
  for (std::size_t at = first_not_before(docids, all, id);
       at < docids.size() && all[docids[at] - 1] == id; ++at)
    found.push_back(docids[at]);
  return found;
}

ColumnData Columns::data() const {
  ColumnData data{order(), days(), lengths(), stories(), digests(), sequences(), ids(), {}};
  for (const Field& field : kFields)
    if (field.facet) data.facets[facet_number(field)] = facet(field);
  return data;
}

}  // namespace newsindex
