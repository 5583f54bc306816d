// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/commands/about.h"

#include "indexer/commands/newsindex_table.h"
#include "schema/command_line/completions.h"
#include "schema/command_line/man.h"
#include "schema/error.h"

namespace newsindex {
namespace {

constexpr std::string_view kArchivePage = "newsindex-archive";

constexpr std::string_view kArchiveText =
    R"(An archive is a folder:

  archive.json    what belongs to it: the version of its schema, its revision, and each segment
                  with its files, their sizes and digests, its days and its number of articles
  segments/N-M/   a segment: a Xapian database with the stored articles, the file of terms,
                  columns, and the keys of stories
  segments/*.deleted-N
                  which articles of a segment are deleted, as of a revision
  readers         what readers lock, so that no file goes that one of them still reads

Once published, none of the files of a segment is ever written again. A run builds new segments aside
and publishes them by one rename of archive.json: a reader sees the revision before it or after it,
never one between, and a run that is killed leaves the archive as it was.

Whatever archive.json does not name belongs to nobody and goes with the next run.

The folder can be copied as it is when no run goes on; newsindex backup copies it at any time.
newsindex check reads every byte of it. An archive of an older version is made anew, from what it
stores, by newsindex rebuild. FORMAT.md, in the sources, has every file to the byte.)";

std::string page_named(const std::string& page) {
  if (page.empty() || page == newsindex_table().name) return manual_page(newsindex_table());
  if (page == kArchivePage || page == "archive")
    return manual_page(kArchivePage, "5", "what a news archive is on disk", kArchiveText);
  throw Error(ExitCode::usage, "there is no page '" + page + "'; the pages are newsindex and " +
                                   std::string(kArchivePage));
}

}  // namespace

std::optional<std::string> about_newsindex(const CommandLine& line) {
  if (line.answer) return line.answer;
  if (line.command == "man") return page_named(line.words.empty() ? "" : line.words.front());
  if (line.command == "completions") return completions(newsindex_table(), line.words.front());
  return std::nullopt;
}

}  // namespace newsindex
