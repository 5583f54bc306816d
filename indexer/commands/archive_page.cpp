// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/commands/archive_page.h"

#include <algorithm>
#include <string_view>
#include <vector>

#include "schema/command_line/tool_table.h"

namespace newsindex {
namespace {

// name|what|who writes it, and when
constexpr std::string_view kFolder = R"(
archive.json|the manifest: what the archive consists of. The archive is what this file says|a run, to publish: replaced by one rename
lock|held by the one run that writes, by flock; goes with its process. Its text is the number of that process, for messages only|each run
readers|empty: its bytes are locks of readers|nobody; the first run makes it
segments/NAME/|a segment; NAME is REVISION-NUMBER, both from the run that published it|moved in by a run before it publishes; never written again
segments/REVISION.deleted-NAME|which articles of that segment are deleted, from that revision on|a run that deletes something in it, before it publishes; never written again
KIND-REVISION.tsv|a table: sources (the ledger: files that were read), removals, activity, sites, bearers|a run, before it publishes; never written again, but by retag
runs.jsonl|what became of the last runs, for people and monitoring; not part of the archive|each run that writes, at its end, also when it failed or changed nothing
archive.json.new|the manifest that is being written|a run; a later one writes over it
newsindex-XXXXXX/|what a run is building; marked by a file newsindex-staging, which the run keeps locked by flock|its run, which removes it; the next one if that was killed (also one with nothing but an empty marker, or none, which a loss of power leaves)
)";

// name|what
constexpr std::string_view kSegment = R"(
xapian|a glass database in a single file: terms, values and the stored articles, without positions and lists of terms by document
columns|what sorting, counting and filtering need, by article
terms|terms, their articles, and the words of each article in order
copies|the sketches by which copies of a story are found
segment.json|what the segment says of itself
)";

constexpr std::string_view kBehind =
    R"(Articles of a segment are numbered from 1 without gaps, in all of its files.

No file of a published segment is ever written again. A run builds new segments aside and publishes
them by one rename of archive.json: a reader sees the revision before or the one after, never a part
of it, and a run that is killed leaves the archive as it was.

What archive.json does not name is not part of the archive; the next run removes it if its name has
one of these forms.

The folder can be copied as it is while no run is going on; newsindex backup copies it at any time.
newsindex check reads every byte of it. newsindex rebuild makes an archive of an older version anew
from its stored articles. FORMAT.md, in the sources, describes every file to the byte.)";

std::vector<std::string_view> cut(std::string_view text, char at) {
  std::vector<std::string_view> parts;
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find(at, begin), text.size());
    if (end > begin) parts.push_back(text.substr(begin, end - begin));
    begin = end + 1;
  }
  return parts;
}

// Breaks a text into indented lines that fit on a terminal.
std::string wrapped(std::string_view text) {
  constexpr std::size_t kWidth = 76;
  constexpr std::string_view kIndent = "      ";
  std::string out;
  std::string line;
  for (const std::string& word : words_of(text)) {
    if (!line.empty() && kIndent.size() + line.size() + 1 + word.size() > kWidth) {
      out += std::string(kIndent) + line + "\n";
      line.clear();
    }
    line += (line.empty() ? "" : " ") + word;
  }
  return out + std::string(kIndent) + line + "\n";
}

std::string listed(std::string_view table) {
  std::string out;
  for (const std::string_view row : cut(table, '\n')) {
    const std::vector<std::string_view> cells = cut(row, '|');
    out += "  " + std::string(cells[0]) + "\n" + wrapped(cells[1]);
    if (cells.size() > 2) out += wrapped("who writes it: " + std::string(cells[2]));
  }
  return out + "\n";
}

}  // namespace

std::string archive_page_text() {
  return "An archive is a folder:\n\n" + listed(kFolder) + "A segment is five files:\n\n" +
         listed(kSegment) + std::string(kBehind);
}

}  // namespace newsindex
