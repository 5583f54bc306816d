// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/write/check.h"

#include <cerrno>
#include <cstring>
#include <sstream>

#include <unistd.h>

#include "schema/digest.h"
#include "schema/document.h"
#include "schema/terms.h"

namespace newsindex {
namespace {

using Problems = std::vector<std::string>;

// Runs a step; what it throws is a problem of the archive, unless the machine or the user is why.
template <class Step>
void look(const OpenSegment& open, Problems& problems, const StopRequest* stop, Step step) {
  if (stop != nullptr) stop->check();
  const std::string what = "segment '" + open.folder().string() + "'";
  try {
    step();
  } catch (const Error& error) {
    if (error.code() == ExitCode::no_memory || error.code() == ExitCode::interrupted) throw;
    problems.emplace_back(error.what());
  } catch (const Xapian::Error& error) {
    problems.emplace_back(describe(error, what).what());
  }
}

// A file that this user may not read is no damage: nothing can be said of it.
void require_permission(const OpenSegment& open) {
  for (const SegmentFile& file : open.segment().files) {
    const std::string path = (open.folder() / file.name).string();
    if (::access(path.c_str(), R_OK) != 0 && (errno == EACCES || errno == EPERM))
      throw Error(ExitCode::io, "cannot read '" + path + "': " + std::strerror(errno) +
                                    " (check as a user who may read the archive)");
  }
}

void check_files(const OpenSegment& open, Problems& problems, const StopRequest* stop) {
  for (const SegmentFile& file : open.segment().files)
    look(open, problems, stop, [&] {
      const std::filesystem::path path = open.folder() / file.name;
      const MappedFile mapped(path);
      if (mapped.bytes().size() != file.bytes || digest64(mapped.bytes()) != file.digest)
        problems.push_back("'" + path.string() + "' is not as it was published");
    });
}

void check_structure(const OpenSegment& open, Problems& problems) {
  std::ostringstream details;
  const std::string path = database_path(open.folder()).string();
  const std::size_t errors = Xapian::Database::check(path, 0, &details);
  if (errors > 0)
    problems.push_back("'" + path + "' has " + std::to_string(errors) + " structural errors");
}

// What is wrong with a stored article, or "".
std::string fault_of(const OpenSegment& open, const Article& article, Docid docid) {
  const ColumnData columns = open.columns().data();
  const std::size_t row = docid - 1;
  if (columns.ids[row] != digest64(article.id)) return "is not found by its id";
  if (columns.digests[row] != column_digest(article_digest(article)))
    return "is not what its digest says";
  if (columns.order[row] != column_order(order_value(article.published, article.id)) ||
      columns.days[row] != column_day(article.published))
    return "has another date in the columns";
  return open.database().get_termfreq(id_term(article.id)) == 0 ? "is not found by its id" : "";
}

void check_articles(const OpenSegment& open, Problems& problems, const StopRequest* stop) {
  const std::string name = open.segment().name;
  const std::uint64_t documents = open.database().get_doccount();
  if (documents != open.segment().documents)
    problems.push_back("segment '" + name + "' holds " + std::to_string(documents) +
                       " articles, archive.json says " + std::to_string(open.segment().documents));
  for (Docid docid = 1; docid <= documents; ++docid)
    look(open, problems, stop, [&] {
      const std::string fault = fault_of(open, open.article(docid), docid);
      if (!fault.empty())
        problems.push_back("segment '" + name + "' article " + std::to_string(docid) + " " + fault);
    });
}

}  // namespace

Problems check_archive(Archive& archive, const StopRequest* stop) {
  Problems problems;
  for (const OpenSegment* open : archive.segments()) require_permission(*open);
  for (const OpenSegment* open : archive.segments()) {
    const std::size_t before = problems.size();
    check_files(*open, problems, stop);
    look(*open, problems, stop, [&] { check_structure(*open, problems); });
    look(*open, problems, stop, [&] { open->columns().verify(); });
    look(*open, problems, stop, [&] { open->terms().verify(); });
    look(*open, problems, stop, [&] { open->copies().verify(); });
    if (problems.size() == before)
      look(*open, problems, stop, [&] { check_articles(*open, problems, stop); });
  }
  return problems;
}

}  // namespace newsindex
