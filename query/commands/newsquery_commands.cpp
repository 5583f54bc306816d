// SPDX-License-Identifier: GPL-3.0-or-later
#include <array>

#include "query/commands/newsquery_table.h"

namespace newsindex {
namespace {

constexpr std::array kQueryCommands{
    CommandRow{"search", "QUERY...", "Find articles, the best first.",
               "examples:\n"
               "  newsquery search oil spill -gulf\n"
               "  newsquery search 'topic:politics>=60 date:last-7-days' --sort newest\n"
               "  newsquery search 'person:\"Qin Gang\"' --prefer topic:diplomacy --recent 3m"},
    CommandRow{"count", "[QUERY...]", "Print how many articles match.",
               "example:\n"
               "  newsquery count 'title:flood after:2023'"},
    CommandRow{"show", "ID...", "Print articles as they are stored.",
               "example:\n"
               "  newsquery show 20230402-17 --format json"},
    CommandRow{
        .name = "similar",
        .words = "ID|URL|-",
        .summary = "Find articles like one, or like a text on the standard input (-).",
        .footer = "examples:\n"
                  "  newsquery similar 20230402-17 --query 'date:2023'\n"
                  "  newsquery similar 20230402-17 --relevant 20230403-2 --not-like 20230401-9\n"
                  "  newsquery similar - < draft.txt",
        .takes_many = false,
        .description =
            "Find articles like one, or like a text on the standard input (-).\n\n"
            "It compares the words that distinguish the article, its names and its topics; the\n"
            "article itself would have a score of about 100. Copies of its story are left out.\n"
            "With more examples, what they have in common counts (Rocchio 1971)."},
    CommandRow{"facets", "[QUERY...]", "Count matching articles by the values of fields.",
               "examples:\n"
               "  newsquery facets --by source,section oil\n"
               "  newsquery facets --by topic date:2023-04 --limit 20\n"
               "  newsquery facets --by person --where 'source=The Times' --without lang=fr\n"
               "  newsquery facets --by source,topic --cross oil"},
    CommandRow{"timeline", "[QUERY...]",
               "Count matching articles by day, week, month, quarter or year.",
               "examples:\n"
               "  newsquery timeline --by day 'oil spill date:2023-04'\n"
               "  newsquery timeline --by quarter --split source --share oil\n"
               "  newsquery timeline --by week --bursts oil --against gas"},
    CommandRow{"entities", "[PREFIX...]",
               "List persons, organisations and places; with PREFIX, those with a word that begins "
               "with it.",
               "examples:\n"
               "  newsquery entities --type person hay\n"
               "  newsquery entities --sort name --limit 1000 --format tsv"},
    CommandRow{"topics", "[PART...]",
               "List topics and their counts; with PART, those with a word that begins with it.",
               "examples:\n"
               "  newsquery topics\n"
               "  newsquery topics econ --format tsv"},
    CommandRow{
        "related", "ENTITY...",
        "List entities that occur with one beyond chance (log-likelihood ratio, Dunning 1993).",
        "examples:\n"
        "  newsquery related Qin Gang\n"
        "  newsquery related 'org:\"Bank of Japan\"' --type person"},
    CommandRow{"batch", "",
               "Run a file of queries, one per line: NAME<TAB>QUERY; # begins a comment.",
               "example:\n"
               "  newsquery batch --queries topics.tsv --match any --limit 1000 > run.txt"},
    CommandRow{"export", "[QUERY...]",
               "Print all matching articles in a format for other programs.",
               "examples:\n"
               "  newsquery export --format bibtex 'source:Reuters date:2023' > reuters.bib\n"
               "  newsquery export --into texts topic:disaster"},
    CommandRow{
        .name = "watch",
        .words = "[QUERY...]",
        .summary = "Print what came into the archive since the last run of this watch.",
        .footer = "exit codes:\n"
                  "  0 there is news, 1 there is none, 3 something was left out and will be "
                  "printed again,\n"
                  "  75 the watch is being run by another process,\n"
                  "  78 the archive was made anew or set back to an older state: use --reset\n"
                  "examples:\n"
                  "  newsquery watch --name ministers 'title:minister'\n"
                  "  newsquery watch --all --format html | mail -a 'Content-Type: text/html' "
                  "-s News desk\n"
                  "  newsquery watch --name ministers --reset --from-now",
        .description =
            "Print what came into the archive since the last run of this watch.\n\n"
            "A watch goes by the order in which articles came in, never by a date: a late article\n"
            "is printed once, and so is a correction, with what it changed. The first run prints\n"
            "all matches. A watch remembers its query. After an interrupted run, it prints the\n"
            "same again."},
    CommandRow{"save", "[NAME QUERY...]",
               "Save a query under a name; other queries can use it as @NAME.",
               "Without NAME and QUERY, it lists the saved queries.\n"
               "examples:\n"
               "  newsquery save energy 'oil OR gas'\n"
               "  newsquery search '@energy prices -title:coal'"},
    CommandRow{
        "lint", "[FILE|@NAME...]",
        "Print what is wrong with the queries of files, or with saved queries.",
        "exit codes: 0 nothing is wrong, 1 something may not mean what it seems to, 2 errors\n"
        "example:\n"
        "  newsquery lint topics.tsv @energy"},
    CommandRow{
        .name = "evaluate",
        .summary = "Measure the ranking by what people judged to be relevant.",
        .footer = "example:\n"
                  "  newsquery evaluate --queries topics.tsv --qrels judged.txt --match any "
                  "--against='--match any --feedback off'",
        .description =
            "Measure the ranking by what people judged to be relevant.\n\n"
            "Prints MAP, nDCG@10, P@10, recall@100 and MRR over 1,000 hits of each query. With\n"
            "--against, also the same for other options, and the probability that chance alone\n"
            "would make the two differ this much (p, by Fisher's randomisation test)."},
    CommandRow{"complete", "FIELD [PREFIX]",
               "List the values of a field that begin with PREFIX, the most frequent first.",
               "example:\n"
               "  newsquery complete source nor",
               1},
    CommandRow{"config", "", "Print every setting, its value and where it comes from.", ""},
    CommandRow{.name = "man",
               .words = "[PAGE]",
               .summary = "Print a manual page: newsquery or newsquery-query.",
               .footer = "example:\n  newsquery man | man -l -",
               .takes_many = false},
    CommandRow{.name = "completions",
               .words = "bash|zsh|fish",
               .summary = "Print what a shell needs to complete command lines.",
               .footer = "example:\n  source <(newsquery completions bash)",
               .least_words = 1,
               .takes_many = false,
               .choices = "bash zsh fish"},
};

}  // namespace

std::span<const CommandRow> newsquery_commands() { return kQueryCommands; }

}  // namespace newsindex
