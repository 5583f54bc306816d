// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/extract/layout/page_date.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "indexer/extract/blocks/date_labels.h"
#include "indexer/extract/layout/weights.h"
#include "indexer/extract/people/byline.h"
#include "schema/text/ascii.h"

namespace newsindex {
namespace {

// Lines longer than this are text that mentions dates.
constexpr std::size_t kLongestLine = 160;
constexpr std::size_t kParagraphsWithDateline = 2;

// A date with no more bytes than this beside it is alone in its line.
constexpr std::size_t kMostBesideLoneDate = 4;
// Older dates may belong to the subject of a web page.
constexpr std::chrono::year kFirstYearOfPages{1991};

struct Candidate {
  DateReading reading;
  DateLabel label = DateLabel::none;
  double merit = 0;
  bool may_be = true;  // can be the date of publication
  bool is_sure = false;
};

// Where a block stands.
enum class Place : std::uint8_t { above, headline, front, text, below };

// Up to the second paragraph, or a few lines below the headline, a line may still give the date of
// publication, because a standfirst may stand above it.
Place place_of(const PageLayout& layout, std::size_t i) {
  constexpr std::size_t kStandfirsts = 2;
  constexpr std::size_t kLinesBelowHeadline = 3;
  if (layout.headline.block == i) return Place::headline;
  if (i < layout.headline_block()) return Place::above;
  if (i >= layout.region.end) return Place::below;
  const std::size_t end = std::max(layout.first_block() + kStandfirsts,
                                   layout.headline.block.value_or(0) + kLinesBelowHeadline);
  return i < end ? Place::front : Place::text;
}

// Where the lists of other articles or the comments below the text begin.
std::size_t end_of_page(const PageLayout& layout) {
  for (std::size_t i = layout.region.end; i < layout.kinds.size(); ++i)
    if (layout.kinds[i] == BlockKind::related || layout.kinds[i] == BlockKind::comments) return i;
  return layout.kinds.size();
}

// True for a line that signs the text: "Jane Doe, 2 April 2023" right below it, or "Olga 2 April
// 2023" in the first line below it.
bool signs(const PageLayout& layout, std::size_t i, bool bare) {
  constexpr std::size_t kLines = 2;
  constexpr std::size_t kMostWords = 6;
  const PageBlock& block = layout.blocks[i];
  if (bare && i == layout.region.end && block.words <= kMostWords) return true;
  return i < layout.region.end + kLines && !after_byline_label(block.text).empty();
}

bool is_alone(const PageBlock& block, const DateReading& reading) {
  return block.text.size() - (reading.end - reading.start) <= kMostBesideLoneDate;
}

// The label in the line above a date that is alone in its line: "Published", "When:".
LineLabel label_above(const PageLayout& layout, std::size_t i) {
  constexpr std::size_t kMostWords = 3;
  if (i == 0 || layout.headline.block == i - 1) return {};
  const PageBlock& above = layout.blocks[i - 1];
  return above.words <= kMostWords && !above.sentence ? label_before(above.text) : LineLabel{};
}

// True if a date in a line can be the date of publication.
bool may_be(const PageLayout& layout, std::size_t i, const DateReading& reading, LineLabel line) {
  const PageBlock& block = layout.blocks[i];
  if (line.label == DateLabel::other) return false;
  const bool labelled = line.label != DateLabel::none;
  if (!(labelled && line.opens) && is_of_the_site(block.letters)) return false;
  const std::size_t beside = block.text.size() - (reading.end - reading.start);
  const bool bare = beside <= kMostBesideDate;
  const bool alone = is_alone(block, reading);
  if (block.sentence && !bare) return labelled && line.opens;
  if (line.of_phrase && !labelled) return false;
  const Place place = place_of(layout, i);
  // A headline has no time of day: if one is in it, the page has joined it with the line below.
  if (place == Place::headline)
    return alone || (bare && labelled && line.opens) ||
           reading.published.precision >= Precision::minute;
  if (labelled) return place != Place::below || (bare && line.opens) || i < end_of_page(layout);
  if (reading.published.day.year() < kFirstYearOfPages)
    return bare && (place == Place::front || place == Place::above);
  switch (place) {
    case Place::above:
    case Place::front: return true;
    case Place::text: return bare;
    case Place::below: return (alone || signs(layout, i, bare)) && i < end_of_page(layout);
    case Place::headline: break;
  }
  return false;
}

double points_of_place(const PageLayout& layout, std::size_t block) {
  using namespace weights;
  const std::size_t headline = layout.headline_block();
  const std::size_t text = layout.first_block();
  const PageRegion& region = layout.region;
  const auto away = [block](std::size_t from) {
    return std::abs(static_cast<double>(block) - static_cast<double>(from));
  };
  if (block < headline) return kAboveHeadline + kLineAboveHeadline * away(headline);
  if (block >= region.end) return kBelowText + kLineBelowText * away(region.end);
  if (block < text) return kLineBelowHeadline * away(headline);
  if (!layout.article.empty() && block == layout.article.back()) return kLastOfText;
  return kInText + kBlockOfText * away(text);
}

double merit_of(const DateReading& reading, DateLabel label, const PageBlock& block) {
  using namespace weights;
  double merit = kDate;
  if (label == DateLabel::published) merit += kLabelledPublished;
  if (label == DateLabel::modified) merit += kLabelledModified;
  if (reading.published.precision >= Precision::minute) merit += kWithTime;
  if (reading.published.precision <= Precision::month) merit += kWithoutDay;
  const std::size_t rest = block.text.size() - (reading.end - reading.start);
  return merit - static_cast<double>(rest) / kLettersBeside;
}

// "Published 1 April 20232 April 2023": pages print two dates without a space if one of them is
// hidden on screen. Returns the offset behind the first year, or 0.
std::size_t end_of_first_year(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    if (!is_digit(text[at])) {
      ++at;
      continue;
    }
    std::size_t end = at;
    while (end < text.size() && is_digit(text[end])) ++end;
    const bool year = text.substr(at).starts_with("19") || text.substr(at).starts_with("20");
    if (year && (end - at == 5 || end - at == 6)) return at + 4;
    at = end;
  }
  return 0;
}

// True for the date in "Copyright © 19.12.2019 by Harbour Gazette": the day on which the page was
// made, used if there is no other date.
bool is_of_copyright(std::string_view before, const DateReading& reading) {
  constexpr std::string_view kSign = "©";
  const std::size_t sign = before.find(kSign);
  if (sign == std::string_view::npos || reading.published.precision < Precision::day) return false;
  const std::string words(before.substr(0, sign));
  const bool follows = make_block(before.substr(sign + kSign.size())).letters.empty();
  return follows && (make_block(words).letters.empty() || make_block(words).letters == "copyright");
}

// Adds all dates in a line: "Published 2 April 2023 | Updated 3 April 2023". `skipped`: the line is
// known to have other dates, which count only if the line above says "Published".
void add_candidates(const PageLayout& layout, std::size_t i, std::string_view text, bool skipped,
                    const DateOptions& options, std::vector<Candidate>& candidates) {
  const PageBlock& block = layout.blocks[i];
  const double place = points_of_place(layout, i);
  std::size_t from = 0;
  while (from < text.size()) {
    auto reading = find_date(text.substr(from), options);
    if (!reading) return;
    reading->start += from;
    reading->end += from;
    const bool copyright = is_of_copyright(text.substr(from, reading->start - from), *reading);
    LineLabel line = label_before(text.substr(from, reading->start - from));
    from = reading->end;
    const LineLabel above = is_alone(block, *reading) ? label_above(layout, i) : LineLabel{};
    if (line.label == DateLabel::none && above.label != DateLabel::none) line = above;
    if (options.latest && reading->published.day > *options.latest) continue;
    const bool told = !skipped || above.label == DateLabel::published;
    const bool counts = copyright || (told && may_be(layout, i, *reading, line));
    const double merit =
        copyright ? weights::kCopyrightDate : merit_of(*reading, line.label, block) + place;
    reading->published.evidence = block.text;
    if (reading->other_reading) reading->other_reading->evidence = block.text;
    const bool is_sure = line.label == DateLabel::published ||
                         (line.label == DateLabel::none && place_of(layout, i) == Place::front);
    candidates.push_back({*std::move(reading), line.label, merit, counts, is_sure});
  }
}

// Adds the date that a paragraph begins with: "Vienna, 14 December 2021 - ...", "29.11.2022 – ...".
void add_dateline(const PageBlock& block, const DateOptions& options,
                  std::vector<Candidate>& candidates) {
  constexpr std::size_t kLongestDateline = 60;
  constexpr std::size_t kLongestPlace = 25;
  const std::string_view begin = std::string_view(block.text).substr(0, kLongestDateline);
  auto reading = find_date(begin, options);
  if (!reading || reading->start > kLongestPlace || reading->published.precision < Precision::day)
    return;
  std::size_t after = reading->end;
  while (after < begin.size() && (begin[after] == ' ' || begin[after] == ')')) ++after;
  const std::string_view rest = begin.substr(after);
  const bool ends =
      std::ranges::any_of(std::array<std::string_view, 6>{"-", "–", "—", ":", ".", "|"},
                          [&](std::string_view mark) { return rest.starts_with(mark); });
  if (!ends) return;
  reading->published.evidence = begin.substr(0, reading->end);
  if (reading->other_reading) reading->other_reading->evidence = reading->published.evidence;
  candidates.push_back({*std::move(reading), DateLabel::none, weights::kDateline});
}

}  // namespace

PageDates find_dates(const PageLayout& layout, const DateOptions& options,
                     const std::vector<bool>& skipped) {
  std::vector<Candidate> candidates;
  const std::size_t text = layout.first_block();
  for (std::size_t i = 0; i < layout.blocks.size(); ++i) {
    const bool skip = i < skipped.size() && skipped[i];
    const PageBlock& block = layout.blocks[i];
    if (!skip && i >= text && i < text + kParagraphsWithDateline &&
        (block.sentence || block.text.size() > kLongestLine))
      add_dateline(block, options, candidates);
    if (block.text.size() > kLongestLine) continue;
    const std::string_view line = block.text;
    const std::size_t year = end_of_first_year(line);
    if (year > 0) add_candidates(layout, i, line.substr(0, year), skip, options, candidates);
    add_candidates(layout, i, line, skip, options, candidates);
  }
  PageDates dates;
  const Candidate* best = nullptr;
  const Candidate* update = nullptr;
  const Candidate* nearest = nullptr;
  for (const Candidate& candidate : candidates) {
    if (nearest == nullptr || candidate.merit > nearest->merit) nearest = &candidate;
    if (!candidate.may_be) continue;
    if (best == nullptr || candidate.merit > best->merit) best = &candidate;
    if (candidate.label == DateLabel::modified &&
        (update == nullptr || candidate.merit > update->merit)) {
      update = &candidate;
    }
  }
  if (best != nullptr && best->merit > 0) dates.published = best->reading;
  if (nearest != nullptr && nearest->merit > 0) dates.nearest = nearest->reading;
  dates.is_sure = best != nullptr && best == nearest && best->is_sure;
  if (update != nullptr && update != best && update->merit > 0) dates.modified = update->reading;
  return dates;
}

}  // namespace newsindex
