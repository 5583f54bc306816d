// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/commands/newsquery_table.h"

#include <array>

#include "schema/query_language/help.h"

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
            "Compared are the words that set the article apart, its names and its topics; the\n"
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
    CommandRow{
        "entities", "[PREFIX...]",
        "List persons, organisations and places; with PREFIX, those of which a word begins so.",
        "examples:\n"
        "  newsquery entities --type person hay\n"
        "  newsquery entities --sort name --limit 1000 --format tsv"},
    CommandRow{"related", "ENTITY...",
               "List what goes with an entity beyond chance (log-likelihood ratio, Dunning 1993).",
               "examples:\n"
               "  newsquery related Qin Gang\n"
               "  newsquery related 'org:\"Bank of Japan\"' --type person"},
    CommandRow{"batch", "",
               "Run a file of queries, one a line: NAME<TAB>QUERY; # begins a comment.",
               "example:\n"
               "  newsquery batch --queries topics.tsv --match any --limit 1000 > run.txt"},
    CommandRow{"export", "[QUERY...]", "Print all matching articles, whole, in a format of others.",
               "examples:\n"
               "  newsquery export --format bibtex 'source:Reuters date:2023' > reuters.bib\n"
               "  newsquery export --into texts topic:disaster"},
    CommandRow{
        .name = "watch",
        .words = "[QUERY...]",
        .summary = "Print what entered the archive since this watch was run last.",
        .footer = "exit codes:\n"
                  "  0 there is news, 1 there is none, 3 something was left out and will be "
                  "told again,\n"
                  "  75 the watch is being run by another process,\n"
                  "  78 the archive was made anew or taken back: --reset\n"
                  "examples:\n"
                  "  newsquery watch --name ministers 'title:minister'\n"
                  "  newsquery watch --all --format html | mail -a 'Content-Type: text/html' "
                  "-s News desk\n"
                  "  newsquery watch --name ministers --reset --from-now",
        .description =
            "Print what entered the archive since this watch was run last.\n\n"
            "What is new is told by the order in which articles came in, never by a date: one\n"
            "that comes late or is corrected is told once, a correction with what it changed.\n"
            "The first time all that matches is told. A watch remembers its query. When it is\n"
            "interrupted, it tells the same again."},
    CommandRow{"save", "[NAME QUERY...]",
               "Keep a query under a name, to be used as @NAME in others.",
               "Without words the saved queries are listed.\n"
               "examples:\n"
               "  newsquery save energy 'oil OR gas'\n"
               "  newsquery search '@energy prices -title:coal'"},
    CommandRow{"lint", "[FILE|@NAME...]",
               "Say what is wrong with queries: those of files, or the saved ones.",
               "exit codes: 0 nothing, 1 what may not be meant, 2 errors\n"
               "example:\n"
               "  newsquery lint topics.tsv @energy"},
    CommandRow{
        .name = "evaluate",
        .summary = "Measure the ranking by what people have judged to be relevant.",
        .footer = "example:\n"
                  "  newsquery evaluate --queries topics.tsv --qrels judged.txt --match any "
                  "--against='--match any --feedback off'",
        .description =
            "Measure the ranking by what people have judged to be relevant.\n\n"
            "MAP, nDCG@10, P@10, recall@100 and MRR over 1,000 hits of each query. With\n"
            "--against the same of other options, and the probability that chance alone makes\n"
            "the two differ so much (p, by Fisher's randomisation test)."},
    CommandRow{"complete", "FIELD [PREFIX]",
               "List the values of a field that begin so, those of most articles first.",
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
               .takes_many = false},
};

constexpr std::string_view kOfAnArchive =
    "search count show similar facets timeline entities related batch complete config export watch "
    "lint evaluate";
constexpr std::string_view kQueried =
    "search count similar facets timeline batch export watch lint evaluate";
constexpr std::string_view kCounted = "search count facets timeline";
constexpr std::string_view kRanked = "search batch evaluate";
constexpr std::string_view kLimited = "search similar facets entities related batch";
constexpr std::string_view kNotBatch =
    "search count show similar facets timeline entities related config watch save lint evaluate";
constexpr std::string_view kWithRows =
    "search show similar facets timeline entities related batch export watch";
constexpr std::string_view kPaged =
    "search show similar facets timeline entities related config save lint";
constexpr double kMostLimit = 100'000;
constexpr double kMostSplit = 100;
constexpr double kMostSnippetLength = 10'000;

constexpr std::array kQueryOptions{
    OptionRow{.name = "archive",
              .letter = 'a',
              .value = "DIR",
              .help = "the archive",
              .commands = kOfAnArchive,
              .is_setting = true,
              .environment = "NEWSINDEX_ARCHIVE"},
    OptionRow{.name = "queries",
              .value = "FILE",
              .help = "the queries; - is the standard input",
              .commands = "batch"},
    OptionRow{.name = "queries",
              .value = "FILE",
              .help = "the queries, a line each: NAME<TAB>QUERY",
              .commands = "evaluate"},
    OptionRow{.name = "qrels",
              .value = "FILE",
              .help = "what is relevant, as TREC has it: NAME 0 ID RELEVANCE",
              .commands = "evaluate"},
    OptionRow{.name = "against",
              .value = "OPTIONS",
              .help = "compare with these options",
              .commands = "evaluate"},
    OptionRow{.name = "per-query", .help = "a line for each query", .commands = "evaluate"},
    OptionRow{.name = "by",
              .value = "FIELD,...",
              .help = "the fields to count by (newsquery help fields)",
              .commands = "facets"},
    OptionRow{.name = "by",
              .value = "STEP",
              .help = "how long a bar is",
              .commands = "timeline",
              .otherwise = "month",
              .choices = "month day week quarter year"},
    OptionRow{.name = "where",
              .value = "FIELD=VALUE",
              .help =
                  "only articles with this value, as facets list it; of values of one field any, "
                  "of several fields each",
              .commands = kCounted,
              .repeats = true},
    OptionRow{.name = "without",
              .value = "FIELD=VALUE",
              .help = "leave out articles with this value",
              .commands = kCounted,
              .repeats = true},
    OptionRow{.name = "cross",
              .help = "a table of the first field of --by (rows) by the second (columns)",
              .commands = "facets"},
    OptionRow{.name = "split",
              .value = "FIELD",
              .help = "a column for each of the first --limit values of a field",
              .commands = "timeline"},
    OptionRow{.name = "against",
              .value = "QUERY",
              .help = "a column for another query",
              .commands = "timeline",
              .repeats = true},
    OptionRow{.name = "share",
              .help = "in percent of all articles of the bar that --where and --without leave, "
                      "on the days of the query",
              .commands = "timeline"},
    OptionRow{.name = "bursts",
              .help = "mark bars in which a larger part of all articles matches than on the whole "
                      "(Kleinberg 2002: two states, scale 2, cost 1)",
              .commands = "timeline"},
    OptionRow{.name = "query",
              .value = "QUERY",
              .help = "only articles that match it",
              .commands = "similar"},
    OptionRow{.name = "relevant",
              .value = "ID,...",
              .help = "more articles that are like what is wanted",
              .commands = "similar",
              .repeats = true},
    OptionRow{.name = "not-like",
              .value = "ID,...",
              .help = "articles that are like what is not wanted",
              .commands = "similar",
              .repeats = true},
    OptionRow{.name = "copies",
              .help = "show copies of the article and of each other, too",
              .commands = "similar"},
    OptionRow{.name = "match",
              .value = "HOW",
              .help = "all: every word is required; any: one is enough",
              .commands = kQueried,
              .otherwise = "all",
              .choices = "all any",
              .is_setting = true},
    OptionRow{.name = "lang",
              .value = "LANGUAGE",
              .help = "the language of the words of the query; else all languages of the archive",
              .commands = "search count facets timeline batch export watch evaluate",
              .is_setting = true},
    OptionRow{.name = "synonyms",
              .value = "FILE",
              .help = "forms that mean the same, a group a line: UN, United Nations",
              .commands = "search count facets timeline batch export watch evaluate",
              .is_setting = true},
    OptionRow{.name = "feedback",
              .value = "WHEN",
              .help = "rank by words of the best hits, too; auto: with --match any",
              .commands = kRanked,
              .otherwise = "auto",
              .choices = "auto on off",
              .is_setting = true},
    OptionRow{.name = "prefer",
              .value = "CLAUSE",
              .help = "put articles first that match",
              .commands = kRanked,
              .repeats = true},
    OptionRow{.name = "recent",
              .value = "HALF-LIFE",
              .help = "favour new articles: 7d, 2w, 3m or 1y",
              .commands = kRanked},
    OptionRow{.name = "sort",
              .letter = 's',
              .value = "ORDER",
              .help = "what comes first",
              .commands = kRanked,
              .otherwise = "relevance",
              .choices = "relevance newest oldest",
              .is_setting = true},
    OptionRow{.name = "sort",
              .letter = 's',
              .value = "ORDER",
              .help = "what comes first",
              .commands = "export watch",
              .otherwise = "newest",
              .choices = "newest oldest relevance"},
    OptionRow{.name = "sort",
              .letter = 's',
              .value = "ORDER",
              .help = "what comes first",
              .commands = "entities",
              .otherwise = "count",
              .choices = "count name"},
    OptionRow{.name = "type",
              .value = "TYPE",
              .help = "names of this type only",
              .commands = "entities related",
              .choices = "person org organisation organization place"},
    OptionRow{.name = "limit",
              .letter = 'n',
              .value = "N",
              .help = "at most so many",
              .commands = kLimited,
              .otherwise = "10",
              .most = kMostLimit,
              .is_setting = true},
    OptionRow{.name = "limit",
              .letter = 'n',
              .value = "N",
              .help = "at most so many values of --split",
              .commands = "timeline",
              .otherwise = "5",
              .most = kMostSplit},
    OptionRow{.name = "offset",
              .value = "N",
              .help = "leave out the first N",
              .commands = "search similar entities batch",
              .otherwise = "0",
              .most = kMostLimit},
    OptionRow{.name = "format",
              .letter = 'f',
              .value = "FORMAT",
              .help = "how the answer is written; ids: those of all that match",
              .commands = "search similar",
              .otherwise = "text",
              .choices = "text json jsonl tsv csv html atom bibtex ris ids",
              .is_setting = true},
    OptionRow{.name = "format",
              .letter = 'f',
              .value = "FORMAT",
              .help = "how the articles are written",
              .commands = "show",
              .otherwise = "text",
              .choices = "text json jsonl tsv csv html ninjs bibtex ris",
              .is_setting = true},
    OptionRow{.name = "format",
              .letter = 'f',
              .value = "FORMAT",
              .help = "how the answer is written",
              .commands = "facets timeline entities related",
              .otherwise = "text",
              .choices = "text json jsonl tsv csv html",
              .is_setting = true},
    OptionRow{.name = "format",
              .letter = 'f',
              .value = "FORMAT",
              .help = "how the articles are written",
              .commands = "export",
              .otherwise = "jsonl",
              .choices = "jsonl csv tsv ninjs bibtex ris atom ids"},
    OptionRow{.name = "format",
              .letter = 'f',
              .value = "FORMAT",
              .help = "how the news is written",
              .commands = "watch",
              .otherwise = "text",
              .choices = "text jsonl tsv csv html atom ids"},
    OptionRow{.name = "format",
              .letter = 'f',
              .value = "FORMAT",
              .help = "how the answer is written",
              .commands = "count complete config save lint evaluate",
              .otherwise = "text",
              .choices = "text json jsonl tsv csv",
              .is_setting = true},
    OptionRow{.name = "format",
              .letter = 'f',
              .value = "FORMAT",
              .help = "how the answers are written",
              .commands = "batch",
              .otherwise = "trec",
              .choices = "trec text jsonl tsv csv"},
    OptionRow{.name = "into",
              .value = "DIR",
              .help = "a file of plain text for each article, in this folder",
              .commands = "export"},
    OptionRow{
        .name = "name", .value = "NAME", .help = "what the watch is called", .commands = "watch"},
    OptionRow{.name = "all", .help = "run every watch there is", .commands = "watch"},
    OptionRow{.name = "list", .help = "list what there is", .commands = "watch save"},
    OptionRow{.name = "peek",
              .help = "tell what is new, and tell it again the next time",
              .commands = "watch"},
    OptionRow{.name = "reset", .help = "tell all again with the next run", .commands = "watch"},
    OptionRow{.name = "from-now",
              .help = "with --reset: the next run tells what comes from now on",
              .commands = "watch"},
    OptionRow{.name = "forget",
              .help = "forget the query, or the watch, of this name",
              .commands = "save watch"},
    OptionRow{.name = "fields",
              .value = "NAME,...",
              .help = "only these columns or members, in this order",
              .commands = kWithRows},
    OptionRow{.name = "snippet-length",
              .value = "N",
              .help = "characters of the text shown with a hit",
              .commands = "search similar watch",
              .otherwise = "200",
              .most = kMostSnippetLength,
              .is_setting = true},
    OptionRow{.name = "collapse",
              .help = "show one copy of each story, the first in the order asked for",
              .commands = kRanked},
    OptionRow{.name = "count-stories",
              .help = "count stories, each where its earliest copy stands, in place of articles",
              .commands = "facets timeline"},
    OptionRow{.name = "explain",
              .help = "show the query as understood and the parts of each score",
              .commands = "search"},
    OptionRow{.name = "explain",
              .help = "show what is compared, and what each hit has of it",
              .commands = "similar"},
    OptionRow{.name = "color",
              .value = "WHEN",
              .help = "colours and links on a terminal",
              .commands = kNotBatch,
              .otherwise = "auto",
              .choices = "auto always never",
              .is_setting = true},
    OptionRow{.name = "output",
              .letter = 'o',
              .value = "FILE",
              .help = "write the answer to a file, which has all of it or is as it was; - is the "
                      "standard output",
              .commands = kOfAnArchive},
    OptionRow{.name = "no-pager",
              .help = "print text on a terminal without $NEWSQUERY_PAGER, $PAGER or less",
              .commands = kPaged},
    OptionRow{.name = "today",
              .value = "DATE",
              .help = "what today and last-7-days count from, for scripts",
              .commands = kQueried},
};

constexpr std::array kQueryExitCodes{
    NamedText{"0", "there are matches"},
    NamedText{"1", "no match"},
    NamedText{"2", "wrong arguments or a wrong query"},
    NamedText{"3", "a damaged segment was left out, or a line of a file of queries is wrong"},
    NamedText{"66", "no such archive"},
    NamedText{"70", "damaged archive, or a bug"},
    NamedText{"71", "out of memory, or no thread to be had"},
    NamedText{"73", "the file of --output cannot be made"},
    NamedText{"74", "reading or writing failed"},
    NamedText{"75", "changed meanwhile: try again"},
    NamedText{"78", "wrong configuration, or an archive of another schema version"},
};

constexpr ToolTable kTable{
    .name = "newsquery",
    .summary = "searches a news archive.",
    .example = "newsquery search oil spill",
    .commands = kQueryCommands,
    .options = kQueryOptions,
    .closing =
        "newsquery help query     how to write a query\n"
        "newsquery help fields    what can be searched\n"
        "newsquery help COMMAND   the options of a command\n",
    .see_also_pages = "newsindex(1), newsquery-query(7), newsindex-archive(5)",
    .see_also = "How to write a query: newsquery help query",
    .exit_codes = kQueryExitCodes,
    .dashed_words = "behind a -- words that begin so are part of the query",
};

}  // namespace

const ToolTable& newsquery_table() { return kTable; }

std::optional<std::string> newsquery_subject(const std::string& subject) {
  if (subject == "query") return query_help();
  if (subject == "fields") return fields_help();
  return std::nullopt;
}

}  // namespace newsindex
