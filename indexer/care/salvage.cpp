// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/care/salvage.h"

#include <map>
#include <optional>

#include "indexer/write/stored_articles.h"
#include "schema/document.h"
#include "schema/fields.h"
#include "schema/terms.h"

namespace newsindex {
namespace {

// The result of a step, or nothing if damage prevents it.
template <class Step>
auto tried(Step step) -> std::optional<decltype(step())> {
  std::optional<decltype(step())> result;
  damage_seen("the segment", [&] { result = step(); });
  return result;
}

// The ids of articles, as far as they can be read from the database.
std::map<Docid, std::string> ids_of(const Xapian::Database& database) {
  std::map<Docid, std::string> ids;
  const std::string prefix(field("id").prefix);
  damage_seen("the segment", [&] {
    const auto end = database.allterms_end(prefix);
    for (auto term = database.allterms_begin(prefix); term != end; ++term)
      for (auto at = database.postlist_begin(*term); at != database.postlist_end(*term); ++at)
        ids[*at] = (*term).substr(prefix.size());
  });  // keeps what was read before the damage
  return ids;
}

// The digest and the sequence are stored in two places, of which one may be undamaged.
std::optional<NewArticle> read_stored(const Xapian::Document& document,
                                      const std::optional<ColumnData>& columns, Docid docid) {
  const std::string stored = document.get_data();
  std::vector<std::uint64_t> digests{column_digest(document.get_value(kDigestSlot))};
  if (columns) digests.push_back(columns->digests[docid - 1]);
  for (const std::uint64_t digest : digests) {
    auto article = tried([&] { return checked_article(stored, digest); });
    if (!article) continue;
    NewArticle saved;
    saved.article = std::move(*article);
    saved.sequence = columns ? columns->sequences[docid - 1]
                             : sequence_of_value(document.get_value(kSequenceSlot));
    return saved;
  }
  return std::nullopt;
}

void note_lost(Salvage& salvage, const std::vector<Docid>& docids,
               const Xapian::Database* database) {
  salvage.lost += docids.size();
  if (docids.empty() || database == nullptr) return;
  const std::map<Docid, std::string> ids = ids_of(*database);
  for (const Docid docid : docids)
    if (const auto found = ids.find(docid); found != ids.end())
      salvage.lost_ids.push_back(found->second);
}

}  // namespace

Salvage salvage_segment(const OpenSegment& open,
                        const std::function<bool(const std::string& id)>& is_known,
                        const std::function<void(NewArticle)>& use, const StopRequest* stop) {
  Salvage salvage;
  const auto columns = tried([&] { return open.columns().data(); });
  const auto database = tried([&] { return open.database(); });
  std::vector<Docid> lost;
  for (Docid docid = 1; docid <= open.segment().documents; ++docid) {
    check(stop);
    if (open.deletions().contains(docid)) continue;
    std::optional<NewArticle> article;
    if (database) {
      auto taken =
          tried([&] { return read_stored(database->get_document(docid), columns, docid); });
      if (taken) article = std::move(*taken);
    }
    if (!article)
      lost.push_back(docid);
    else if (is_known(article->article.id))
      ++salvage.superseded;
    else {
      ++salvage.saved;
      use(std::move(*article));
    }
  }
  note_lost(salvage, lost, database ? &*database : nullptr);
  return salvage;
}

std::string days_text(const Segment& segment) {
  if (!segment.days) return "";
  return " (" + to_iso(segment.days->first) + ".." + to_iso(segment.days->last) + ")";
}

}  // namespace newsindex
