// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/write/redate.h"

#include <utility>

#include "indexer/extract/dates/dated.h"
#include "indexer/extract/sites/date_orders.h"
#include "indexer/write/stored_articles.h"
#include "schema/document.h"

namespace newsindex {
namespace {

// Reads the date of an article again from its text alone.
Understood read_again(const Article& article) {
  Understood again;
  again.article.language = article.language;
  again.article.id = article.id;
  again.site = site_of(article);
  if (article.published) set_published(again, article.published->evidence, {});
  return again;
}

DateOrders learn_orders(const std::filesystem::path& path, const OnProgress& on_progress) {
  Archive archive(path);
  return without_damaged([&] {
    DateOrders orders;
    for (const OpenSegment* open : archive.segments())
      for_each_article(*open, [&](Docid, const std::string& stored) {
        report_progress(on_progress, {});
        orders.learn(read_again(on_segment(*open, [&] { return decode_article(stored); })));
      });
    return orders;
  });
}

Article settled(Article article, const DateOrders& orders) {
  if (!article.published || !article.published->ambiguous) return article;
  Understood again = read_again(article);
  if (!again.other_reading || !again.article.published) return article;
  orders.settle(again);
  if (!again.other_reading) article.published->day = again.article.published->day;
  return article;
}

}  // namespace

RunReport redate_archive(const RewriteRequest& request, const OnProgress& on_progress) {
  const DateOrders orders = learn_orders(request.archive, on_progress);
  return rewrite_articles(
      request, [&](Article article) { return settled(std::move(article), orders); }, on_progress);
}

}  // namespace newsindex
