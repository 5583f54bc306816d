// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/commands/command_texts.h"

#include <array>

namespace newsindex {
namespace {

constexpr const char* kOverview =
    R"(newsindex builds and keeps a searchable archive of news articles.

usage: newsindex COMMAND [OPTIONS] ...

  update   --archive DIR SOURCE...   add and refresh articles; only what is new or changed is read
  inspect  SOURCE...                 print each article as one JSON line, as it would be indexed
  remove   --archive DIR ID...       take articles out, by id, list or query, for good
  redate   --archive DIR             settle ambiguous dates by what came in later
  retag    --archive DIR             find names and topics in the stored articles anew
  rebuild  --archive DIR             write the archive anew, also one of an older version
  rejects  --archive DIR             what could not be read
  info     --archive DIR             what the archive holds
  status   --archive DIR             is it up to date? for monitoring
  check    --archive DIR             is every file whole? --repair saves what can be saved
  backup   --archive DIR TARGET      copy what TARGET does not have yet, checked
  restore  --archive DIR TARGET      make the archive anew from such a copy
  compact  --archive DIR             merge all segments into one
  export   --archive DIR             all articles as JSON lines, by date

A SOURCE is a file, a folder (with all below it) or - for the standard input.
Without --archive, $NEWSINDEX_ARCHIVE or `archive = DIR` in ~/.config/newsindex/config.ini counts.
`newsindex COMMAND --help` tells more. Search with newsquery.

exit codes: 0 done, 1 an id is not there, 2 usage, 3 some records rejected, 65 bad data, 66 no such
source or archive, 70 damaged, or a bug, 71 out of memory, 73 cannot create, 74 cannot read or write,
75 locked, 78 configuration or version, 130 interrupted
)";

constexpr std::array kTexts{
    CommandText{
        "update", "Add and refresh articles. Sources that have not changed are skipped.",
        "exit codes: 0 done, 3 done but records were rejected that were not before, a file is "
        "not read to its\nend, a folder has lost all its files, or a damaged segment was left "
        "alone; 66 no such source, 75 locked\n"
        "examples:\n"
        "  newsindex update --archive news pages/ wire.jsonl\n"
        "  newsindex update --archive news --map title=headline,body=content dump.jsonl"},
    CommandText{"inspect",
                "Print each article as one JSON line, as it would be indexed. Writes nothing.",
                "example:\n  newsindex inspect page.txt"},
    CommandText{
        "remove",
        "Take articles out of the archive. They are remembered: an update that reads them again "
        "leaves them\nout. Sources stay as they are, and so do backups and other copies.",
        "exit codes: 0 done, 1 an article is not there, 66 no such archive, 75 locked; or, after "
        "--purge,\nolder files are still being read: the next run removes them\n"
        "examples:\n"
        "  newsindex remove --archive news 20230402-17 https://example.org/a\n"
        "  newsindex remove --archive news --query 'source:wire before:2010' --dry-run\n"
        "  newsindex remove --archive news --list ids.txt --purge --reason 'court order 12/26'\n"
        "  newsindex remove --archive news --restore 20230402-17"},
    CommandText{
        "redate",
        "Read ambiguous dates again: 04/02/2023 as the other dates of the same site, all those in "
        "the\narchive, are written. Sources are not needed.",
        "exit codes: 0 done, 66 no such archive, 75 locked"},
    CommandText{
        "retag",
        "Find names and topics in the stored articles anew, without their sources: after a new "
        "list, new\nrules or a new version of newsindex. What the sources said stays.",
        "exit codes: 0 done, 65 a list is wrong, 66 no such archive or list, 75 locked\n"
        "Give all lists that count: what other lists gave in an earlier run is found no more.\n"
        "example:\n"
        "  newsindex retag --archive news --authority staff.tsv --entity-edits edits.tsv"},
    CommandText{
        "rebuild",
        "Write the whole archive anew out of its own stored articles: one that an older "
        "newsindex made\nbecomes one of this version. Sources are not needed. Readers have the "
        "old one until it is done.",
        "exit codes: 0 done, 66 no such archive, 75 locked, 78 a version that cannot be read"},
    CommandText{
        "rejects",
        "List what could not be read: records that were rejected, and files that were not read "
        "to their\nend. A run reports the first once, the others every time.",
        "exit codes: 0 done, 1 there is nothing, 66 no such archive or source\n"
        "examples:\n"
        "  newsindex rejects --archive news\n"
        "  newsindex rejects --archive news --forget /news/broken.zip"},
    CommandText{"info", "Tell what the archive holds.", ""},
    CommandText{
        "status",
        "Tell how the archive fares: when it was last up to date, what stands, whether a run goes "
        "on.\nFor monitoring; waits for no run.",
        "exit codes: 0 fine, 1 stale (see --max-age), 3 something stands: the last update failed, "
        "a "
        "source is\nsilent or was not read to its end; 66 no such archive, 70 damaged, 78 of "
        "another "
        "version\n"
        "example:\n  newsindex status --archive news --max-age 26h"},
    CommandText{
        "check",
        "Is the archive whole? Reads every byte: the digests of all files, the structure of the "
        "databases,\ncounts and days. Writes nothing without --repair, and may run beside an "
        "update. --deep takes as long\nas indexing and finds what was written wrongly; plain "
        "check finds all that changed since.\n\n"
        "--repair saves the articles of a damaged segment that are still what their digests say,"
        " drops the\nrest, and tells which; makes archive.json anew where it is lost or damaged; "
        "and forgets which sources\nwere read when articles were lost, so that the next update "
        "reads them again.",
        "exit codes: 0 whole (or repaired), 3 repaired but articles were lost, 66 no such "
        "archive, 70 damaged,\n75 locked (--repair)"},
    CommandText{
        "backup",
        "Copy the newest revision into TARGET, while runs and searches go on. What TARGET has "
        "from an earlier\nbackup is not copied again; what it no longer needs goes when the "
        "new revision is in place. Every file\nis checked on the way. TARGET is an archive that "
        "can be searched and checked.",
        "exit codes: 0 done, 66 no such archive, 70 the archive is damaged (TARGET stays as it "
        "was),\n73 TARGET is another archive or something else, 75 locked\n"
        "example:\n  newsindex backup --archive news /mnt/backup/news"},
    CommandText{
        "restore",
        "Make an archive from a backup, into a folder that is missing or empty, and check it.",
        "exit codes: 0 done, 66 no such backup, 70 the backup is damaged, 73 there is an archive"
        " already\n"
        "example:\n  newsindex restore --archive news /mnt/backup/news"},
    CommandText{"compact", "Merge all segments into one, without what was deleted.", ""},
    CommandText{
        "export",
        "Print all articles as JSON lines, oldest first; newsindex update reads them back. "
        "Reads archives of\nolder versions, too.",
        "exit codes: 0 done, 3 damaged articles or segments were left out, 66 no such archive,\n"
        "78 a version that cannot be read\n"
        "example:\n  newsindex export --archive news --since 2023-01-01 > 2023.jsonl"},
};

}  // namespace

std::span<const CommandText> command_texts() { return kTexts; }

const char* overview() { return kOverview; }

}  // namespace newsindex
