// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/write/archive_bearers.h"

#include <algorithm>
#include <map>
#include <string_view>
#include <tuple>
#include <utility>

#include "indexer/enrich/entities/short_names.h"
#include "schema/fields.h"
#include "schema/terms.h"

namespace newsindex {
namespace {

const Field& people() { return field("person"); }

// An article that names a person both in full and by the short name.
struct Witness {
  Docid docid = 0;
  std::string key;
};

// The latest article about a person; its spelling of the name is the one that is shown.
struct Latest {
  std::uint64_t order = 0;
  const OpenSegment* segment = nullptr;
  Docid docid = 0;
};

class Evidence {
 public:
  explicit Evidence(const std::string& short_name) : short_name_(short_name) {}

  void add(const OpenSegment& segment) {
    std::vector<Witness> witnesses = witnesses_in(segment);
    if (witnesses.empty()) return;
    std::sort(witnesses.begin(), witnesses.end(), [](const Witness& a, const Witness& b) {
      return std::tie(a.docid, a.key) < std::tie(b.docid, b.key);
    });
    const auto days = segment.columns().days();
    const auto order = segment.columns().order();
    for (std::size_t i = 0; i < witnesses.size(); ++i) {
      const auto [docid, key] = witnesses[i];
      const bool is_alone = (i == 0 || witnesses[i - 1].docid != docid) &&
                            (i + 1 == witnesses.size() || witnesses[i + 1].docid != docid);
      if (!is_alone) continue;
      ++articles_[{month_of_column(days[docid - 1]), key}];
      Latest& latest = latest_[key];
      if (order[docid - 1] >= latest.order) latest = {order[docid - 1], &segment, docid};
    }
  }

  std::vector<Bearer> bearers(Analyzer& analyzer) const {
    std::vector<ShortNameEvidence> evidence;
    for (const auto& [place, articles] : articles_)
      evidence.push_back({place.first, place.second, articles});
    std::vector<Bearer> bearers = bearers_of(short_name_, evidence);
    std::map<std::string, std::string> names;
    for (Bearer& bearer : bearers) {
      std::string& name = names[bearer.key];
      if (name.empty()) name = written_name(bearer.key, analyzer);
      bearer.name = name;
    }
    std::erase_if(bearers, [&](const Bearer& bearer) { return !can_be_short(bearer, analyzer); });
    return bearers;
  }

 private:
  // A short name of several words is only valid for a full name that ends with exactly these words,
  // joined by a hyphen or a particle ("ocasio cortez", "de blasio"). "rand paul" is already a whole
  // name, with a title in front.
  bool can_be_short(const Bearer& bearer, Analyzer& analyzer) const {
    if (!has_two_names(short_name_)) return true;
    return folded_words(analyzer, bearer.name.substr(bearer.name.rfind(' ') + 1)) == short_name_;
  }

  std::vector<Witness> witnesses_in(const OpenSegment& segment) const {
    std::vector<Witness> witnesses;
    const std::string prefix = alias_term_prefix(people(), short_name_);
    Postings postings;
    for (TermCursor cursor = segment.terms().begin(prefix); cursor.next();) {
      const std::string key = cursor.term().substr(prefix.size());
      segment.terms().read(cursor.entry(), postings);
      for (const Docid docid : postings.docids)
        if (!segment.deletions().contains(docid)) witnesses.push_back({docid, key});
    }
    return witnesses;
  }

  std::string written_name(const std::string& key, Analyzer& analyzer) const {
    const Latest& latest = latest_.at(key);
    const Article article =
        on_segment(*latest.segment, [&] { return latest.segment->article(latest.docid); });
    for (const Entity& entity : article.entities)
      if (entity.type == EntityType::person && folded_words(analyzer, entity.name) == key)
        return entity.name;
    return key;
  }

  const std::string& short_name_;
  std::map<std::pair<int, std::string>, unsigned> articles_;  // by month and key
  std::map<std::string, Latest> latest_;                      // by key
};

}  // namespace

void ChangedShortNames::add_segment(const OpenSegment& segment) {
  const std::string prefix = alias_term_prefix(people());
  for (TermCursor cursor = segment.terms().begin(prefix); cursor.next();) {
    const std::string_view term = cursor.term();
    const std::size_t slash = term.find('/', prefix.size());
    names_.emplace(term.substr(prefix.size(), slash - prefix.size()));
  }
}

void ChangedShortNames::add_articles(const OpenSegment& segment, const std::vector<Docid>& docids) {
  Analyzer analyzer;
  for (const Docid docid : docids)
    for (const Entity& entity : segment.article(docid).entities)
      if (entity.type == EntityType::person)
        for (const std::string& alias : entity.aliases)
          names_.insert(folded_words(analyzer, alias));
}

void update_bearers(Bearers& bearers, const ChangedShortNames& changed,
                    const std::vector<std::unique_ptr<OpenSegment>>& segments) {
  Analyzer analyzer;
  for (const std::string& short_name : changed.all()) {
    Evidence evidence(short_name);
    for (const auto& segment : segments)
      if (segment->damage().empty()) on_segment(*segment, [&] { evidence.add(*segment); });
    bearers.set(short_name, evidence.bearers(analyzer));
  }
}

}  // namespace newsindex
