// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/extract/html/dates.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <cstdlib>

#include "indexer/extract/dates/dated.h"
#include "indexer/extract/dates/days_in_names.h"
#include "indexer/extract/dates/midnights.h"
#include "indexer/extract/layout/page_date.h"
#include "indexer/extract/layout/weights.h"
#include "indexer/extract/syntax/json_value.h"
#include "indexer/extract/text/lines.h"
#include "schema/web_address.h"

namespace newsindex {
namespace {

// True for days that programs write if they know no date: day zero of their calendar, in any zone.
bool is_no_date(Day day) {
  using namespace std::chrono;
  constexpr std::array kBeginnings{1601y / January / 1, 1899y / December / 30,
                                   1900y / January / 1, 1969y / December / 31,
                                   1970y / January / 1, 1970y / January / 2};
  return std::ranges::find(kBeginnings, day) != kBeginnings.end();
}

bool can_be(const Published& published, Day latest) {
  return !is_no_date(published.day) && published.day <= latest;
}

// A possible date of publication.
struct Candidate {
  Published published;
  std::optional<Published> other_reading;
  OrderClue clue = OrderClue::none;
  std::string rule;
  double trust = 0;
};

// How far a rule is trusted. If rules disagree on the day, their trust is summed up for each day:
// JSON-LD alone wins over a printed date, but metadata names that some sites use for the day of a
// change do not. `several`: the rule gives several days.
double trust_in(std::string_view rule, bool several) {
  using namespace weights;
  if (rule.starts_with("JSON-LD page")) return kJsonLdPage;
  if (rule.starts_with("JSON-LD")) return kJsonLdArticle;
  if (rule == "meta article:published_time") return kPublishedTime;
  if (rule.starts_with("itemprop") && several) return kVague;
  if (rule.starts_with("other meta")) return kVague;
  for (const std::string_view vague : {"meta date", "meta dc.date", "meta dcterms.date"})
    if (rule == vague) return kVague;
  return kOtherData;
}

class Candidates {
 public:
  Candidates(const std::string& language, Day latest, const UnderstandOptions& options)
      : language_(language), latest_(latest), options_(options) {}

  void add(Candidate candidate) {
    if (can_be(candidate.published, latest_)) all_.push_back(std::move(candidate));
  }

  // Only the first text of a rule that can be a date counts.
  void add_text(std::string_view text, const std::string& rule, double trust) {
    if (std::ranges::find(all_, rule, &Candidate::rule) != all_.end()) return;
    Dated trial;
    trial.article.language = language_;
    set_published(trial, text, options_);
    if (trial.article.published)
      add({*trial.article.published, trial.other_reading, trial.clue, rule, trust});
  }

  // True if all candidates name a later day. If `published` has a time, the next day does not count
  // as later: it may be the same day in another zone.
  bool are_later_than(const Published& published) const {
    const int zones = published.precision >= Precision::minute ? 1 : 0;
    const auto last = std::chrono::sys_days(published.day) + std::chrono::days(zones);
    return std::ranges::all_of(all_, [&](const Candidate& each) {
      return std::chrono::sys_days(each.published.day) > last && !each.other_reading;
    });
  }

  // The first candidate for the day with the most trust; null if there are no candidates.
  Candidate* best() {
    Candidate* best = nullptr;
    double most = 0;
    for (Candidate& candidate : all_) {
      const double trust = trust_in_day(candidate.published.day);
      if (trust > most) {
        most = trust;
        best = &candidate;
      }
    }
    return best;
  }

 private:
  double trust_in_day(Day day) const {
    double sum = 0;
    for (const Candidate& each : all_) {
      const auto& other = each.other_reading;
      if (each.published.day == day || (other && other->day == day)) sum += each.trust;
    }
    return sum;
  }

  const std::string& language_;
  const Day latest_;
  const UnderstandOptions& options_;
  std::vector<Candidate> all_;
};

// Adds the dates in the page's metadata.
void add_told(const HtmlFacts& facts, Candidates& candidates) {
  const auto told = facts.of(HtmlFact::published);
  for (const FoundFact* fact : told) {
    const bool several = std::ranges::any_of(told, [&](const FoundFact* other) {
      return other->rule == fact->rule && other->value.substr(0, 10) != fact->value.substr(0, 10);
    });
    candidates.add_text(fact->value, fact->rule, trust_in(fact->rule, several));
  }
}

bool is_of_change(std::string_view classes) {
  return classes.find("updated") != std::string_view::npos ||
         classes.find("modified") != std::string_view::npos;
}

// The node at which the text has surely begun: a standfirst may stand above the line with the date.
std::size_t end_of_front(const HtmlTree& tree, const HtmlBody& body) {
  constexpr std::size_t kStandfirsts = 2;
  const std::vector<std::size_t>& article = body.layout.article;
  if (article.empty()) return tree.nodes().size();
  return body.marks[article[std::min(kStandfirsts, article.size() - 1)]].node;
}

// Adds the <time> elements above the text. Those that are marked as the time of a change count only
// if there is nothing else.
void add_times_above(const HtmlTree& tree, const std::vector<HtmlZone>& zones, std::size_t end,
                     Candidates& candidates) {
  using namespace weights;
  for (std::size_t i = 1; i < end; ++i) {
    const bool apart = is_foreign(zones[i]) && zones[i] != HtmlZone::facts;
    if (tree[i].tag != GUMBO_TAG_TIME || apart) continue;
    const std::string_view classes = tree[i].attribute("class");
    const bool first = classes.find("published") != std::string_view::npos;
    const std::string_view value = tree[i].attribute("datetime");
    const std::string text = value.empty() ? on_one_line(tree.text_of(i)) : std::string(value);
    if (!first && is_of_change(classes))
      candidates.add_text(text, "time of a change above the text", kTimeOfChange);
    else
      candidates.add_text(text, "time above the text",
                          is_of_change(classes) ? kTimeOfEither : kTime);
  }
}

// True for blocks whose dates are not the article's: comments; and teasers, notices and captions
// unless they stand beside the headline, where parts of the article have such class names, too.
bool tells_other_dates(const HtmlBody& body, std::size_t i) {
  constexpr std::size_t kAbove = 6;
  constexpr std::size_t kStandfirsts = 2;
  const HtmlZone zone = body.marks[i].zone;
  if (zone == HtmlZone::comments) return true;
  const PageLayout& layout = body.layout;
  if (i + kAbove >= layout.headline_block() && i < layout.first_block() + kStandfirsts)
    return false;
  return zone == HtmlZone::related || zone == HtmlZone::legal || zone == HtmlZone::newsletter ||
         zone == HtmlZone::advertisement || zone == HtmlZone::credit || zone == HtmlZone::caption ||
         body.marks[i].tag == GUMBO_TAG_FOOTER;
}

std::optional<DateReading> printed_date(const HtmlBody& body, Day latest,
                                        const UnderstandOptions& options,
                                        const std::string& language, PageDates& dates) {
  const PageLayout& layout = body.layout;
  std::vector<bool> skipped;
  for (std::size_t i = 0; i < body.marks.size(); ++i) skipped.push_back(tells_other_dates(body, i));
  dates =
      find_dates(layout, {options.date_order, options.reference_time, language, latest}, skipped);
  if (!dates.published || !can_be(dates.published->published, latest)) return std::nullopt;
  return dates.published;
}

// When a site changes its software, the new one may write the current day into the metadata of old
// articles; the day beside the headline stays. So an earlier day there counts for more than any one
// kind of metadata, but not for more than two that agree, and not if it is the day of a change.
double trust_in_printed(const PageDates& dates, const std::optional<Published>& modified,
                        const Candidates& told) {
  const Published& printed = dates.published->published;
  const bool earlier = dates.is_sure && printed.precision >= Precision::day &&
                       !dates.published->other_reading && told.are_later_than(printed) &&
                       (!modified || modified->day != printed.day);
  return earlier ? weights::kPrintedEarlier : weights::kPrinted;
}

std::int64_t minutes_of(const Published& published) {
  return std::chrono::sys_days(published.day).time_since_epoch().count() * 24 * 60 +
         published.second_of_day / 60;
}

// Metadata often give the time in UTC, while the page prints local time: the two differ by a
// multiple of 15 minutes. Then the local day is the day of the article.
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
  const auto day = separated_day(url.substr(std::min(url.find("://") + 1, url.size())), "/-");
  return day && day->day.year() >= std::chrono::year{1900} ? to_iso(day->day) : std::string();
}

std::string find_published(const HtmlTree& tree, const std::vector<HtmlZone>& zones,
                           const HtmlFacts& facts, const HtmlBody& body, Day latest,
                           const UnderstandOptions& options, Dated& dated) {
  Article& article = dated.article;
  for (const FoundFact* modified : facts.of(HtmlFact::modified)) {
    set_modified(dated, modified->value, options);
    if (article.modified) break;
  }
  PageDates dates;
  const auto printed = printed_date(body, latest, options, article.language, dates);
  if (!article.modified && dates.modified) article.modified = dates.modified->published;
  Candidates candidates(article.language, latest, options);
  add_told(facts, candidates);
  add_times_above(tree, zones, end_of_front(tree, body), candidates);
  if (printed)
    candidates.add({printed->published, printed->other_reading, printed->clue, "printed date",
                    trust_in_printed(dates, article.modified, candidates)});
  for (const FoundFact* url : facts.of(HtmlFact::url))
    candidates.add_text(date_in_address(url->value), "address of the page", weights::kAddress);
  Candidate* best = candidates.best();
  if (best == nullptr) return {};
  std::string rule = std::move(best->rule);
  if (move_to_place(best->published, dates.nearest))
    rule += ", at its place";
  else if (move_midnight(best->published, article.language))
    rule += ", a day of its place";
  article.published = std::move(best->published);
  dated.other_reading = std::move(best->other_reading);
  dated.clue = best->clue;
  return rule;
}

}  // namespace newsindex
