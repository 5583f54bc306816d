// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/write/staged_database.h"

#include <algorithm>

#include <sys/resource.h>
#include <xapian.h>

#include "schema/error.h"

namespace newsindex {
namespace {

constexpr std::size_t kIndexPerText = 6;  // bytes of an uncompacted database for a byte of article

void write_database(const std::vector<NewArticle>& articles, const std::filesystem::path& path,
                    DocumentBuilder& builder) {
  // Nothing here outlives a crash, so nothing is synced.
  Xapian::WritableDatabase database(path.string(), Xapian::DB_CREATE_OR_OVERWRITE |
                                                       Xapian::DB_BACKEND_GLASS |
                                                       Xapian::DB_DANGEROUS | Xapian::DB_NO_SYNC);
  for (const NewArticle& each : articles)
    database.add_document(builder.build(each.article, each.sequence, each.sketch));
  database.commit();
}

// Xapian tells before and after each table.
class StoppableCompactor : public Xapian::Compactor {
 public:
  explicit StoppableCompactor(const std::function<bool()>& go_on) : go_on_(go_on) {}
  void set_status(const std::string&, const std::string&) override {
    if (go_on_ && !go_on_()) throw Error(ExitCode::interrupted, "interrupted");
  }

 private:
  const std::function<bool()>& go_on_;
};

std::size_t bytes_of(const std::vector<std::string>& texts) {
  std::size_t bytes = 0;
  for (const std::string& text : texts) bytes += text.size();
  return bytes;
}

}  // namespace

StagedDatabase build_batch(const std::vector<NewArticle>& articles, Staging& staging,
                           DocumentBuilder& builder) {
  StagedDatabase staged;
  std::size_t bytes = 0;
  for (const NewArticle& each : articles) {
    bytes += size_in_memory(each.article);
    if (each.article.published)
      staged.days = cover(staged.days, days_covered(*each.article.published));
  }
  staged.articles = articles.size();
  staged.place = staging.place(bytes * kIndexPerText);
  try {
    write_database(articles, staged.place.path, builder);
  } catch (const Xapian::DatabaseError&) {
    if (staged.place.room == 0) throw;
    staging.remove(staged.place);  // the memory file system was fuller than it said
    staged.place = staging.place_on_disk();
    write_database(articles, staged.place.path, builder);
  }
  staging.settle(staged.place);
  return staged;
}

void join_databases(const std::vector<std::filesystem::path>& databases,
                    const std::filesystem::path& path, const std::function<bool()>& go_on) {
  Xapian::Database all;
  for (const std::filesystem::path& database : databases)
    all.add_database(Xapian::Database(database.string()));
  StoppableCompactor compactor(go_on);
  all.compact(path.string(), 0, 0, compactor);
}

std::size_t most_databases_to_join(std::size_t joins_at_once) {
  constexpr std::size_t kDescriptorsEach = 7;
  constexpr std::size_t kOthers = 128;
  rlimit limit{};
  ::getrlimit(RLIMIT_NOFILE, &limit);
  const std::size_t free = std::max<std::size_t>(limit.rlim_cur, 2 * kOthers) - kOthers;
  return std::clamp<std::size_t>(free / kDescriptorsEach / joins_at_once, 4, 256);
}

std::optional<DayRange> cover(const std::optional<DayRange>& a, const std::optional<DayRange>& b) {
  if (!a || !b) return a ? a : b;
  return DayRange{std::min(a->first, b->first), std::max(a->last, b->last)};
}

std::size_t size_in_memory(const Article& article) {
  return sizeof article + article.title.size() + article.lead.size() + article.body.size() +
         article.url.size() + bytes_of(article.keywords) + bytes_of(article.authors) +
         article.topics.size() * sizeof(Topic) + article.entities.size() * sizeof(Entity);
}

}  // namespace newsindex
