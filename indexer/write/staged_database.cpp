// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/write/staged_database.h"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <deque>

#include <sys/resource.h>
#include <xapian.h>

#include "schema/archive/manifest.h"
#include "schema/error.h"
#include "schema/segment/copies.h"
#include "schema/segment/terms_writer.h"

namespace newsindex {
namespace {

constexpr std::size_t kIndexPerText = 6;  // estimated bytes of a small database per byte of article

namespace fs = std::filesystem;

void ask(const std::function<bool()>& go_on) {
  if (go_on && !go_on()) throw Error(ExitCode::interrupted, "interrupted");
}

// The error for a database that is being filled. The database is new, so nothing in it can be
// damaged. If Xapian cannot undo a failed write, it may only report an InvalidOperationError.
Error failed_to_fill(const Xapian::Error& error, const fs::path& path) {
  const char* const system = error.get_error_string();
  const std::string full = std::strerror(ENOSPC);
  const bool is_full = error.get_msg().find(full) != std::string::npos;
  const bool is_lost = std::string_view(error.get_type()) == "InvalidOperationError";
  return Error(ExitCode::io, "cannot write '" + path.string() + "': " +
                                 (system != nullptr ? system
                                  : is_full         ? full
                                  : is_lost         ? "is the disk full?"
                                                    : error.get_msg()));
}

void fill(const std::vector<NewArticle>& articles, const fs::path& path, DocumentBuilder& builder,
          const std::function<bool()>& go_on) try {
  // Nothing here has to survive a crash, so nothing is synced. Term lists by document are only
  // needed for changes, and segments are never changed.
  Xapian::WritableDatabase database(
      path.string(), Xapian::DB_CREATE_OR_OVERWRITE | Xapian::DB_BACKEND_GLASS |
                         Xapian::DB_DANGEROUS | Xapian::DB_NO_SYNC | Xapian::DB_NO_TERMLIST);
  builder.begin_part();
  for (const NewArticle& each : articles) {
    ask(go_on);
    database.add_document(builder.build(each.article, each.sequence, each.sketch));
  }
  database.commit();
} catch (const Xapian::Error& error) {
  throw failed_to_fill(error, path);
}

void write_part(const std::vector<NewArticle>& articles, const fs::path& folder,
                DocumentBuilder& builder, const std::function<bool()>& go_on) {
  std::error_code error;
  fs::create_directory(folder, error);
  if (error)
    throw Error(ExitCode::cannot_create,
                "cannot create '" + folder.string() + "': " + error.message());
  fill(articles, database_path(folder), builder, go_on);
  builder.write_part(folder);
}

// Xapian calls set_status before and after each table.
class StoppableCompactor : public Xapian::Compactor {
 public:
  explicit StoppableCompactor(const std::function<bool()>& go_on) : go_on_(go_on) {}
  void set_status(const std::string&, const std::string&) override { ask(go_on_); }

 private:
  const std::function<bool()>& go_on_;
};

void compact(const std::vector<SegmentPart>& parts, const fs::path& folder,
             const std::function<bool()>& go_on) {
  Xapian::Database all;
  for (const SegmentPart& part : parts)
    all.add_database(Xapian::Database(database_path(part.folder).string()));
  StoppableCompactor compactor(go_on);
  all.compact(database_path(folder).string(), Xapian::DBCOMPACT_SINGLE_FILE, 0, compactor);
}

template <class Part>
std::deque<Part> open_parts(const std::vector<SegmentPart>& parts) {
  std::deque<Part> opened;
  for (const SegmentPart& part : parts) opened.emplace_back(part.folder, part.articles);
  return opened;
}

// Each kind of file is mapped only while it is being joined.
void join_columns(const std::vector<SegmentPart>& parts, const fs::path& folder) {
  const auto opened = open_parts<Columns>(parts);
  std::vector<ColumnData> columns;
  for (const Columns& part : opened) columns.push_back(part.data());
  write_columns(folder, columns);
}

void join_terms(const std::vector<SegmentPart>& parts, const fs::path& folder) {
  const auto opened = open_parts<Terms>(parts);
  std::deque<MappedTermsSource> sources;
  std::vector<TermsSource*> all;
  for (const Terms& part : opened) all.push_back(&sources.emplace_back(part));
  write_terms(folder, all);
}

void join_copies(const std::vector<SegmentPart>& parts, const fs::path& folder) {
  const auto opened = open_parts<Copies>(parts);
  CopiesWriter writer;
  for (const Copies& part : opened) writer.add(part);
  writer.write(folder);
}

std::size_t bytes_of(const std::vector<std::string>& texts) {
  std::size_t bytes = 0;
  for (const std::string& text : texts) bytes += text.size();
  return bytes;
}

}  // namespace

StagedDatabase build_batch(const std::vector<NewArticle>& articles, Staging& staging,
                           DocumentBuilder& builder, const std::function<bool()>& go_on) {
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
    write_part(articles, staged.place.path, builder, go_on);
  } catch (const Error& error) {
    if (error.code() == ExitCode::interrupted || staged.place.room == 0) throw;
    staging.remove(staged.place);  // the memory file system had less room than reported
    staged.place = staging.place_on_disk();
    write_part(articles, staged.place.path, builder, go_on);
  }
  staging.settle(staged.place);
  return staged;
}

void join_parts(const std::vector<SegmentPart>& parts, const fs::path& folder,
                const std::function<bool()>& go_on) {
  fs::create_directories(folder);
  compact(parts, folder, go_on);
  join_columns(parts, folder);
  ask(go_on);
  join_terms(parts, folder);
  ask(go_on);
  join_copies(parts, folder);
}

std::size_t most_parts_to_join(std::size_t joins_at_once) {
  constexpr std::size_t kDescriptorsEach = 3;  // for a database; mapped files need none
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
