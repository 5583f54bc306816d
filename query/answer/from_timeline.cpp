// SPDX-License-Identifier: GPL-3.0-or-later
#include <array>

#include "query/answer/cells.h"
#include "query/answer/from_search.h"

namespace newsindex {
namespace {

constexpr int kDigitsOfShare = 2;

// In percent; empty if nothing was published.
Cell share(std::uint64_t articles, std::uint64_t base) {
  constexpr double kPercent = 100;
  if (base == 0) return {};
  return kPercent * static_cast<double>(articles) / static_cast<double>(base);
}

Nested json_of(const Cell& cell) {
  const auto* number = std::get_if<double>(&cell);
  return number == nullptr ? Nested() : Nested(*number);
}

std::string kind_text(TimelineSeries::Kind kind) {
  constexpr std::array kNames{"query", "value", "other", "none"};
  return kNames.at(static_cast<std::size_t>(kind));
}

Nested series_json(const TimelineAnswer& found) {
  Nested list = Nested::array();
  for (const TimelineSeries& series : found.series) {
    Nested& each =
        list.emplace_back(Nested{{"part", kind_text(series.kind)}, {"name", series.name}});
    if (!series.id.empty()) each["id"] = series.id;
    each["articles"] = series.articles;
  }
  return list;
}

Nested bursts_json(const TimelineAnswer& found) {
  Nested list = Nested::array();
  for (const TimelineBurst& burst : found.bursts)
    list.push_back({{"from", burst.from},
                    {"to", burst.to},
                    {"articles", burst.articles},
                    {"weight", burst.weight}});
  return list;
}

void add_members(Answer& answer, const TimelineAnswer& found) {
  if (found.of_stories) answer.members.push_back({"counted", std::string("stories")});
  answer.members.push_back({"without", found.without});
  if (!found.split.empty()) answer.members.push_back({"split", found.split});
  if (!found.series.empty()) answer.members.push_back({"series", series_json(found)});
  if (!found.burst_method.has_value()) return;
  answer.members.push_back({"burst_method", Nested{{"name", found.burst_method->name},
                                                   {"scale", found.burst_method->scale},
                                                   {"cost", found.burst_method->cost}}});
  answer.members.push_back({"bursts", bursts_json(found)});
}

std::string heading_of(const std::string& query) { return query.empty() ? "all articles" : query; }

// Beside other queries, the query is drawn like them. If it is split by a field, its counts are the
// totals beside the bars of the values.
std::vector<Column> columns_of(const TimelineAnswer& found) {
  const bool is_alone = found.series.empty();
  const bool is_drawn = found.split.empty();
  const bool has_base = found.has_shares || found.burst_method.has_value();
  const std::string name = is_alone || !is_drawn ? "" : heading_of(found.name);
  const std::string of_counts = is_alone && !found.has_shares ? "" : "articles";
  const auto unless = [](bool is_left_out, unsigned views) { return is_left_out ? 0 : views; };
  std::vector<Column> columns{
      {"when"},
      {"articles", kAnywhere, is_drawn && !found.has_shares ? Place::bar : Place::cell,
       name.empty() || found.has_shares ? of_counts : name},
      {"base", unless(!has_base, kData | kTable)},
      {"share", unless(!found.has_shares, kAnywhere), is_drawn ? Place::bar : Place::cell,
       name.empty() ? "%" : name, "|", kDigitsOfShare},
      {"burst", unless(!found.burst_method.has_value(), kData | kTable)},
      {"", unless(!found.burst_method.has_value(), kText)},
      {"series", unless(is_alone, kData)},
      {"series_base", unless(is_alone || !has_base, kData)},
      {"series_share", unless(is_alone || !found.has_shares, kData)}};
  for (const TimelineSeries& series : found.series)
    columns.push_back(
        {series.name, kTable | kText, Place::bar, heading_of(series.name), "|", kDigitsOfShare});
  return columns;
}

Row cells_of(const TimelineBar& bar, const TimelineAnswer& found) {
  Nested counts = Nested::array();
  Nested bases = Nested::array();
  Nested shares = Nested::array();
  Row drawn;
  for (const SeriesCount& each : bar.series) {
    const Cell part = share(each.articles, each.base);
    counts.push_back(each.articles);
    bases.push_back(each.base);
    shares.push_back(json_of(part));
    drawn.push_back(found.has_shares ? part : Cell(each.articles));
  }
  Row row{bar.when,          bar.articles,
          bar.base,          share(bar.articles, bar.base),
          bar.in_burst,      std::string(bar.in_burst ? "*" : ""),
          std::move(counts), std::move(bases),
          std::move(shares)};
  row.insert(row.end(), drawn.begin(), drawn.end());
  return row;
}

void add_timeline_lines(Answer& answer, const TimelineAnswer& found) {
  std::string total = counted(found.total, found.of_stories);
  if (found.without > 0) total += ", " + grouped(found.without) + " of them without such a date";
  answer.below.push_back(std::move(total));
  if (!found.burst_method.has_value()) return;
  if (found.bursts.empty())
    answer.below.push_back("no burst (" + std::string(found.burst_method->name) + ")");
  for (const TimelineBurst& burst : found.bursts)
    answer.below.push_back(
        "* burst " + burst.from + (burst.to == burst.from ? "" : " to " + burst.to) + ": " +
        counted(burst.articles, found.of_stories) + ", weight " + fixed(burst.weight, 1) + " (" +
        std::string(found.burst_method->name) + ")");
}

}  // namespace

Answer to_answer(const TimelineAnswer& found) {
  Answer answer = answer_with_header(found);
  add_members(answer, found);
  answer.layout = Layout::bars;
  answer.table.rows_name = "bars";
  answer.table.columns = columns_of(found);
  Group& bars = answer.table.groups.emplace_back();
  for (const TimelineBar& bar : found.bars) bars.rows.push_back(cells_of(bar, found));
  add_timeline_lines(answer, found);
  return answer;
}

}  // namespace newsindex
