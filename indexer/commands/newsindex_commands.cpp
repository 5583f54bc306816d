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
            "exit codes: 0 done, 3 done but there are new rejected records, a file was not read to "
            "its end, a\nfolder has lost all its files, or a damaged segment was left alone; 66 no "
            "such source, 75 locked\n"
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
        .summary = "Remove articles by id, list or query; updates then leave them out.",
        .footer =
            "exit codes: 0 done, 1 an article is unknown, 3 a damaged segment was left alone,\n"
            "66 no such archive, 75 locked, or after --purge somebody still reads the old files:\n"
            "the next run removes them; with --query also those of newsquery\n"
            "examples:\n"
            "  newsindex remove --archive news 20230402-17 https://example.org/a\n"
            "  newsindex remove --archive news --query 'source:wire before:2010' --dry-run\n"
            "  newsindex remove --archive news --list ids.txt --purge --reason 'court order "
            "12/26'\n"
            "  newsindex remove --archive news --restore 20230402-17",
        .description =
            "Remove articles from the archive. Their ids are remembered: an update that reads them "
            "again leaves\nthem out. Sources, backups and other copies do not change."},
    CommandRow{
        .name = "redate",
        .summary = "Read ambiguous dates again, like the other dates of their site.",
        .footer = "exit codes: 0 done, 66 no such archive, 75 locked",
        .description =
            "Read ambiguous dates such as 04/02/2023 again, with day and month in the order that\n"
            "the other dates of the same site in the archive have. Sources are not needed."},
    CommandRow{
        .name = "retag",
        .summary = "Find names and topics in the stored articles again.",
        .footer = "exit codes: 0 done, 65 a list is wrong, 66 no such archive or list, 75 locked\n"
                  "Give all lists again: what came from lists that are not given now is dropped.\n"
                  "example:\n"
                  "  newsindex retag --archive news --authority staff.tsv --entity-edits edits.tsv",
        .description =
            "Find names and topics in the stored articles again, without their sources: with a new "
            "list, new\nrules or a new version of newsindex. What the sources said is kept."},
    CommandRow{
        .name = "rebuild",
        .summary = "Write the archive anew; also converts one of an older version.",
        .footer =
            "exit codes: 0 done, 66 no such archive, 75 locked, 78 a version that cannot be read",
        .description =
            "Write the whole archive anew from its stored articles: an archive of an older\n"
            "newsindex becomes one of this version. Sources are not needed. Searches use the old\n"
            "one until the new one is done."},
    CommandRow{
        .name = "rejects",
        .summary = "List what could not be read.",
        .footer = "exit codes: 0 done, 1 there is nothing, 66 no such archive or source\n"
                  "examples:\n"
                  "  newsindex rejects --archive news\n"
                  "  newsindex rejects --archive news --forget /news/broken.zip",
        .description =
            "List what could not be read: records that were rejected, and files that were not read "
            "to their\nend. Runs report such records once, and such files every time."},
    CommandRow{
        .name = "info",
        .summary = "Print what the archive holds.",
        .description = "Print what the archive holds: articles, languages, segments, bytes."},
    CommandRow{
        .name = "status",
        .summary = "Print whether the archive is up to date, for monitoring.",
        .footer =
            "exit codes: 0 fine, 1 stale (see --max-age), 3 needs attention: the last\n"
            "update failed, a segment is damaged, or a source is silent, shrank, has unusually\n"
            "many rejects or was not read to its end; 66 no such archive, 70 damaged, 78 of "
            "another version\n"
            "example:\n  newsindex status --archive news --max-age 26h",
        .description = "Print the state of the archive: when it was last up to date, what needs\n"
                       "attention, and whether a run is going on. For monitoring; waits for no "
                       "run."},
    CommandRow{
        .name = "check",
        .summary = "Check that every file is intact; --repair saves what can be saved.",
        .footer =
            "exit codes: 0 intact (or repaired), 3 repaired but articles were lost, 66 no such "
            "archive,\n70 damaged, 75 locked (--repair)",
        .description =
            "Check that the archive is intact. Reads every byte: the digests of all files, the "
            "structure of the\ndatabases, counts and days. Writes nothing without --repair, and "
            "can run during an update. Without\n--deep, it finds every change to the files since "
            "they were written; --deep also finds what was\nwritten wrongly, and takes as long as "
            "indexing.\n\n"
            "--repair saves the articles of a damaged segment that still match their digests, "
            "drops the others\nand names them; and it rebuilds archive.json if that is lost or "
            "damaged. If articles were lost, the\nnext update reads all sources again."},
    CommandRow{
        .name = "backup",
        .words = "TARGET",
        .summary = "Copy what TARGET does not have yet, and check it.",
        .footer =
            "exit codes: 0 done, 66 no such archive, 70 the archive is damaged (TARGET stays as it "
            "was),\n73 TARGET is another archive or something else, 75 locked\n"
            "example:\n  newsindex backup --archive news /mnt/backup/news",
        .least_words = 1,
        .takes_many = false,
        .description =
            "Copy the newest revision into TARGET, while runs and searches go on. Files that\n"
            "TARGET has from an earlier backup are not copied again; files that it no longer "
            "needs\n"
            "are removed when the new revision is in place. Every file is checked on the way.\n"
            "TARGET is an archive that can be searched and checked."},
    CommandRow{
        .name = "restore",
        .words = "BACKUP",
        .summary = "Make an archive from a backup.",
        .footer =
            "exit codes: 0 done, 66 no such backup, 70 the backup is damaged, 73 there is already "
            "an archive\n"
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
        .summary = "Print all articles as JSON lines, by date.",
        .footer = "exit codes: 0 done, 3 damaged articles or segments were left out, 66 no such "
                  "archive,\n78 a version that cannot be read\n"
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
