// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/care/export.h"

#include <algorithm>
#include <tuple>

#include "indexer/write/old_archive.h"
#include "indexer/write/stored_articles.h"
#include "schema/document.h"
#include "schema/error.h"
#include "schema/fields.h"

namespace newsindex {
namespace {

namespace fs = std::filesystem;

// The position of an article in an archive; sorted by (order, segment, docid).
struct Place {
  std::uint64_t order;
  std::size_t segment;
  Docid docid;
};

// What an export needs from a segment of any version. `article` throws if the article is damaged.
struct ExportSource {
  std::string name;
  std::vector<Place> places;
  std::function<std::string(Docid)> whole_order;
  std::function<Article(Docid)> article;
};

ExportSource stock_of(const OpenSegment& open, std::size_t index) {
  ExportSource stock{open.segment().name,
                     {},
                     [&open](Docid docid) { return open.order_value(docid); },
                     [&open, digests = open.columns().digests()](Docid docid) {
                       return checked_article(open.database().get_document(docid).get_data(),
                                              digests[docid - 1]);
                     }};
  const auto order = open.columns().order();
  for (Docid docid = 1; docid <= order.size(); ++docid)
    if (!open.deletions().contains(docid)) stock.places.push_back({order[docid - 1], index, docid});
  return stock;
}

ExportSource stock_of(const OldSegment& segment, std::size_t index) {
  const Xapian::Database database(segment.folder.string());
  ExportSource stock{
      segment.name,
      {},
      [database](Docid docid) { return database.get_document(docid).get_value(kOrderSlot); },
      [database](Docid docid) {
        const Xapian::Document document = database.get_document(docid);
        return checked_article(document.get_data(), column_digest(document.get_value(kDigestSlot)));
      }};
  const auto end = database.postlist_end("");
  for (auto at = database.postlist_begin(""); at != end; ++at)
    if (!segment.hidden.contains(*at))
      stock.places.push_back(
          {column_order(database.get_document(*at).get_value(kOrderSlot)), index, *at});
  return stock;
}

// Adds the stock of a segment, or to `losses` why it has none.
template <class OneSegment>
void add_stock(const OneSegment& segment, const std::string& name, const fs::path& place,
               std::vector<ExportSource>& stocks, ExportLosses& losses) {
  const std::string damage = damage_seen(
      "'" + place.string() + "'", [&] { stocks.push_back(stock_of(segment, stocks.size())); });
  if (!damage.empty()) losses.left_out.push_back({name, damage});
}

std::vector<Place> sorted_places(std::vector<ExportSource>& stocks) {
  std::vector<Place> places;
  for (ExportSource& stock : stocks) {
    places.insert(places.end(), stock.places.begin(), stock.places.end());
    stock.places = {};
  }
  // An unreadable order must not stop the export: reading the article will report the damage.
  const auto whole = [&](const Place& place) {
    try {
      return stocks[place.segment].whole_order(place.docid);
    } catch (const Xapian::Error&) {
      return std::string();
    }
  };
  std::sort(places.begin(), places.end(), [&](const Place& a, const Place& b) {
    if (a.order != b.order) return a.order < b.order;
    return std::tuple(whole(a), a.segment, a.docid) < std::tuple(whole(b), b.segment, b.docid);
  });
  return places;
}

std::optional<Article> read(const ExportSource& stock, Docid docid, ExportLosses& losses) {
  const std::string what = "article " + std::to_string(docid) + " of segment '" + stock.name + "'";
  std::optional<Article> article;
  const std::string damage =
      damage_seen("segment '" + stock.name + "'", [&] { article = stock.article(docid); });
  if (!damage.empty()) losses.articles.push_back(what + " is left out: " + damage);
  return article;
}

void give(std::vector<ExportSource> stocks, const Bearers& bearers,
          const std::optional<DayRange>& days, const std::function<bool(const Article&)>& use,
          StopRequest* stop, ExportLosses& losses) {
  Analyzer analyzer;
  for (const Place& place : sorted_places(stocks)) {
    check(stop);
    auto article = read(stocks[place.segment], place.docid, losses);
    if (article) name_bearers(*article, bearers, analyzer, SamePerson::apart);
    if (!article || (days && !is_within(*article, *days))) continue;
    if (!use(*article)) return;
  }
}

}  // namespace

ExportLosses export_articles(const fs::path& path, const std::optional<DayRange>& days,
                             const std::function<bool(const Article&)>& use, StopRequest* stop) {
  ExportLosses losses;
  std::vector<ExportSource> stocks;
  if (readable_version_of(path, "export") < kSchemaVersion) {
    for (const OldSegment& segment : read_old_archive(path).segments)
      add_stock(segment, segment.name, segment.folder, stocks, losses);
    give(std::move(stocks), {}, days, use, stop, losses);
    return losses;
  }
  Archive archive(path);
  const auto segments = archive.segments(days);
  losses.left_out = archive.left_out();
  for (const OpenSegment* open : segments)
    add_stock(*open, open->segment().name, open->folder(), stocks, losses);
  give(std::move(stocks), archive.bearers().get(), days, use, stop, losses);
  return losses;
}

}  // namespace newsindex
