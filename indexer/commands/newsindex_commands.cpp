// SPDX-License-Identifier: GPL-3.0-or-later
// The help texts of the commands; the options have their own.
#include <array>

#include "indexer/commands/newsindex_table.h"

namespace newsindex {
namespace {

constexpr std::array kIndexCommands{
    CommandRow{
        .name = "update",
        .words = "SOURCE...",
        .summary = "Add and refresh articles; only what is new or changed is read.",
        .footer =
            "exit codes: 0 done, 3 done but records were rejected that were not before, a file is "
            "not read to its\nend, a folder has lost all its files, or a damaged segment was left "
            "alone; 66 no such source, 75 locked\n"
            "examples:\n"
            "  newsindex update --archive news pages/ wire.jsonl\n"
            "  newsindex update --archive news --map title=headline,body=content dump.jsonl",
        .least_words = 1,
        .description = "Add and refresh articles. Sources that have not changed are skipped."},
    CommandRow{.name = "inspect",
               .words = "SOURCE...",
               .summary = "Print each article as one JSON line, as it would be indexed.",
               .footer = "example:\n  newsindex inspect page.txt",
               .least_words = 1,
               .description =
                   "Print each article as one JSON line, as it would be indexed. Writes nothing."},
    CommandRow{
        .name = "remove",
        .words = "[ID...]",
        .summary = "Take articles out, by id, list or query, for good.",
        .footer = "exit codes: 0 done, 1 an article is not there, 66 no such archive, 75 locked; "
                  "or, after "
                  "--purge,\nolder files are still being read: the next run removes them\n"
                  "examples:\n"
                  "  newsindex remove --archive news 20230402-17 https://example.org/a\n"
                  "  newsindex remove --archive news --query 'source:wire before:2010' --dry-run\n"
                  "  newsindex remove --archive news --list ids.txt --purge --reason 'court order "
                  "12/26'\n"
                  "  newsindex remove --archive news --restore 20230402-17",
        .description =
            "Take articles out of the archive. They are remembered: an update that reads them "
            "again "
            "leaves them\nout. Sources stay as they are, and so do backups and other copies."},
    CommandRow{.name = "redate",
               .summary = "Settle ambiguous dates by what came in later.",
               .footer = "exit codes: 0 done, 66 no such archive, 75 locked",
               .description = "Read ambiguous dates again: 04/02/2023 as the other dates of the "
                              "same site, all those in "
                              "the\narchive, are written. Sources are not needed."},
    CommandRow{
        .name = "retag",
        .summary = "Find names and topics in the stored articles anew.",
        .footer =
            "exit codes: 0 done, 65 a list is wrong, 66 no such archive or list, 75 locked\n"
            "Give all lists that count: what other lists gave in an earlier run is found no more.\n"
            "example:\n"
            "  newsindex retag --archive news --authority staff.tsv --entity-edits edits.tsv",
        .description =
            "Find names and topics in the stored articles anew, without their sources: after a new "
            "list, new\nrules or a new version of newsindex. What the sources said stays."},
    CommandRow{
        .name = "rebuild",
        .summary = "Write the archive anew, also one of an older version.",
        .footer =
            "exit codes: 0 done, 66 no such archive, 75 locked, 78 a version that cannot be read",
        .description =
            "Write the whole archive anew out of its own stored articles: one that an older "
            "newsindex made\nbecomes one of this version. Sources are not needed. Readers have the "
            "old one until it is done."},
    CommandRow{
        .name = "rejects",
        .summary = "What could not be read.",
        .footer = "exit codes: 0 done, 1 there is nothing, 66 no such archive or source\n"
                  "examples:\n"
                  "  newsindex rejects --archive news\n"
                  "  newsindex rejects --archive news --forget /news/broken.zip",
        .description =
            "List what could not be read: records that were rejected, and files that were not read "
            "to their\nend. A run reports the first once, the others every time."},
    CommandRow{.name = "info",
               .summary = "What the archive holds.",
               .description = "Tell what the archive holds."},
    CommandRow{
        .name = "status",
        .summary = "Is it up to date? for monitoring.",
        .footer =
            "exit codes: 0 fine, 1 stale (see --max-age), 3 something stands: the last update "
            "failed, "
            "a "
            "source is\nsilent or was not read to its end; 66 no such archive, 70 damaged, 78 of "
            "another "
            "version\n"
            "example:\n  newsindex status --archive news --max-age 26h",
        .description = "Tell how the archive fares: when it was last up to date, what stands, "
                       "whether a run goes "
                       "on.\nFor monitoring; waits for no run."},
    CommandRow{
        .name = "check",
        .summary = "Is every file whole? --repair saves what can be saved.",
        .footer =
            "exit codes: 0 whole (or repaired), 3 repaired but articles were lost, 66 no such "
            "archive, 70 damaged,\n75 locked (--repair)",
        .description =
            "Is the archive whole? Reads every byte: the digests of all files, the structure of "
            "the "
            "databases,\ncounts and days. Writes nothing without --repair, and may run beside an "
            "update. --deep takes as long\nas indexing and finds what was written wrongly; plain "
            "check finds all that changed since.\n\n"
            "--repair saves the articles of a damaged segment that are still what their digests "
            "say,"
            " drops the\nrest, and tells which; makes archive.json anew where it is lost or "
            "damaged; "
            "and forgets which sources\nwere read when articles were lost, so that the next update "
            "reads them again."},
    CommandRow{
        .name = "backup",
        .words = "TARGET",
        .summary = "Copy what TARGET does not have yet, checked.",
        .footer =
            "exit codes: 0 done, 66 no such archive, 70 the archive is damaged (TARGET stays as it "
            "was),\n73 TARGET is another archive or something else, 75 locked\n"
            "example:\n  newsindex backup --archive news /mnt/backup/news",
        .least_words = 1,
        .takes_many = false,
        .description =
            "Copy the newest revision into TARGET, while runs and searches go on. What TARGET has "
            "from an earlier\nbackup is not copied again; what it no longer needs goes when the "
            "new revision is in place. Every file\nis checked on the way. TARGET is an archive "
            "that "
            "can be searched and checked."},
    CommandRow{
        .name = "restore",
        .words = "TARGET",
        .summary = "Make the archive anew from such a copy.",
        .footer = "exit codes: 0 done, 66 no such backup, 70 the backup is damaged, 73 there is an "
                  "archive"
                  " already\n"
                  "example:\n  newsindex restore --archive news /mnt/backup/news",
        .least_words = 1,
        .takes_many = false,
        .description =
            "Make an archive from a backup, into a folder that is missing or empty, and check it."},
    CommandRow{.name = "compact",
               .summary = "Merge all segments into one.",
               .description = "Merge all segments into one, without what was deleted."},
    CommandRow{
        .name = "export",
        .summary = "All articles as JSON lines, by date.",
        .footer = "exit codes: 0 done, 3 damaged articles or segments were left out, 66 no such "
                  "archive,\n"
                  "78 a version that cannot be read\n"
                  "example:\n  newsindex export --archive news --since 2023-01-01 > 2023.jsonl",
        .description =
            "Print all articles as JSON lines, oldest first; newsindex update reads them back. "
            "Reads archives of\nolder versions, too."},
    CommandRow{.name = "config",
               .summary = "Print every setting, its value and where it comes from."},
    CommandRow{.name = "man",
               .words = "[PAGE]",
               .summary = "Print a manual page: newsindex or newsindex-archive.",
               .footer = "example:\n  newsindex man | man -l -",
               .takes_many = false},
    CommandRow{.name = "completions",
               .words = "bash|zsh|fish",
               .summary = "Print what a shell needs to complete command lines.",
               .footer = "example:\n  source <(newsindex completions bash)",
               .least_words = 1,
               .takes_many = false,
               .choices = "bash zsh fish"},
};

}  // namespace

std::span<const CommandRow> newsindex_commands() { return kIndexCommands; }

}  // namespace newsindex
