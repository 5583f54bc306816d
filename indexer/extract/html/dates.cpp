// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/extract/html/dates.h"

#include <algorithm>
#include <chrono>
#include <cstdlib>

#include "indexer/extract/dates/dated.h"
#include "indexer/extract/json/json_value.h"
#include "indexer/extract/page/page_date.h"
#include "indexer/extract/web_address.h"

namespace newsindex {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }

bool can_be(const Published& published, Day latest) {
  using namespace std::chrono;
  constexpr Day kNoDate = 1970y / January / 3;  // 0 seconds, in any zone
  return published.day >= kNoDate && published.day <= latest;
}

// Reads a text as the date of publication if it can be one.
bool take(Understood& understood, std::string_view text, Day latest,
          const UnderstandOptions& options) {
  Understood trial;
  trial.article.language = understood.article.language;
  set_published(trial, text, options);
  if (!trial.article.published || !can_be(*trial.article.published, latest)) return false;
  understood.article.published = std::move(trial.article.published);
  understood.other_reading = std::move(trial.other_reading);
  understood.clue = trial.clue;
  return true;
}

bool is_of_change(std::string_view classes) {
  return classes.find("updated") != std::string_view::npos ||
         classes.find("modified") != std::string_view::npos;
}

// The <time> elements above the first paragraph; those that say they tell a change come last.
std::vector<std::string> times_above(const HtmlTree& tree, const std::vector<HtmlZone>& zones,
                                     std::size_t end) {
  std::vector<std::string> times;
  std::vector<std::string> changes;
  for (std::size_t i = 1; i < end; ++i) {
    const bool apart = is_foreign(zones[i]) && zones[i] != HtmlZone::facts;
    if (tree[i].tag != GUMBO_TAG_TIME || apart) continue;
    const std::string_view classes = tree[i].attribute("class");
    const bool first = classes.find("published") != std::string_view::npos;
    const std::string_view value = tree[i].attribute("datetime");
    auto& list = !first && is_of_change(classes) ? changes : times;
    list.push_back(value.empty() ? on_one_line(tree.text_of(i)) : std::string(value));
  }
  times.insert(times.end(), changes.begin(), changes.end());
  return times;
}

std::optional<DateReading> printed_date(const HtmlBody& body, Day latest,
                                        const UnderstandOptions& options,
                                        const std::string& language, PageDates& dates) {
  const PageLayout& layout = body.layout;
  std::vector<bool> comments;
  for (const HtmlBlock& mark : body.marks) comments.push_back(mark.zone == HtmlZone::comments);
  dates = find_dates(layout.blocks, layout.headline_block(), layout.first_block(), layout.region,
                     {options.date_order, options.reference_time, language}, comments);
  if (!dates.published || !can_be(dates.published->published, latest)) return std::nullopt;
  return dates.published;
}

void set(Understood& understood, const DateReading& reading) {
  understood.article.published = reading.published;
  understood.other_reading = reading.other_reading;
  understood.clue = reading.clue;
}

std::int64_t minutes_of(const Published& published) {
  return std::chrono::sys_days(published.day).time_since_epoch().count() * 24 * 60 +
         published.second_of_day / 60;
}

// Data often tell the time in UTC where the page prints that of its place: the same minute of
// another quarter of an hour. Then the day of the place is the day of the article.
bool move_to_place(Published& told, const std::optional<DateReading>& printed) {
  constexpr int kQuarter = 15;
  constexpr std::int64_t kFarthest = 14 * 60;  // the zones of the world, in minutes
  if (told.utc_offset_minutes != 0 || told.precision < Precision::minute || !printed) return false;
  const Published& local = printed->published;
  if (local.utc_offset_minutes || local.precision < Precision::minute) return false;
  const std::int64_t offset = minutes_of(local) - minutes_of(told);
  if (offset == 0 || std::abs(offset) > kFarthest || offset % kQuarter != 0) return false;
  told.day = local.day;
  told.second_of_day = local.second_of_day / 60 * 60 + told.second_of_day % 60;
  told.utc_offset_minutes = static_cast<int>(offset);
  return true;
}

}  // namespace

std::string date_in_address(std::string_view url) {
  // Four digits of a year, two of a month, two of a day, parted by the same mark.
  for (std::size_t at = url.find("://") + 1; at + 10 <= url.size(); ++at) {
    const std::string_view text = url.substr(at, 10);
    const char mark = text[4];
    if ((at > 0 && is_digit(url[at - 1])) || (mark != '/' && mark != '-') || text[7] != mark)
      continue;
    const bool digits = std::ranges::all_of(
        std::string(text.substr(0, 4)).append(text.substr(5, 2)).append(text.substr(8, 2)),
        is_digit);
    const bool ends = at + 10 == url.size() || !is_digit(url[at + 10]);
    if (digits && ends && (text.starts_with("19") || text.starts_with("20")))
      return std::string(text.substr(0, 4)) + "-" + std::string(text.substr(5, 2)) + "-" +
             std::string(text.substr(8, 2));
  }
  return {};
}

std::string find_published(const HtmlTree& tree, const std::vector<HtmlZone>& zones,
                           const HtmlFacts& facts, const HtmlBody& body, Day latest,
                           const UnderstandOptions& options, Understood& understood) {
  Article& article = understood.article;
  for (const FoundFact* modified : facts.of(HtmlFact::modified)) {
    set_modified(understood, modified->value, options);
    if (article.modified) break;
  }
  PageDates dates;
  const auto printed = printed_date(body, latest, options, article.language, dates);
  if (!article.modified && dates.modified) article.modified = dates.modified->published;
  for (const FoundFact* told : facts.of(HtmlFact::published))
    if (take(understood, told->value, latest, options))
      return told->rule + (move_to_place(*article.published, printed) ? ", at its place" : "");
  const std::size_t text = body.layout.first_block();
  const std::size_t end = text < body.marks.size() ? body.marks[text].node : tree.nodes().size();
  for (const std::string& time : times_above(tree, zones, end))
    if (take(understood, time, latest, options)) return "time above the text";
  if (printed) {
    set(understood, *printed);
    return "printed date";
  }
  for (const FoundFact* url : facts.of(HtmlFact::url))
    if (take(understood, date_in_address(url->value), latest, options))
      return "address of the page";
  return {};
}

}  // namespace newsindex
