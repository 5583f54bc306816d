// SPDX-License-Identifier: GPL-3.0-or-later
// The command watch: prints what entered an archive since the last run of a watch, by ingest
// sequence.
#include <algorithm>
#include <array>
#include <functional>
#include <memory>
#include <optional>
#include <ostream>
#include <string>
#include <vector>

#include "query/answer/from_search.h"
#include "query/commands/ask.h"
#include "query/commands/commands.h"
#include "query/commands/option_values.h"
#include "query/commands/part_printer.h"
#include "query/saved/watches.h"
#include "query/search/search.h"
#include "schema/archive/location.h"
#include "schema/error.h"
#include "schema/shown.h"
#include "schema/utc_time.h"

namespace newsindex {
namespace {

namespace fs = std::filesystem;

// A watch to run: what it has seen, and its parsed query.
struct Due {
  Watch seen;
  SearchRequest request;
};

// The result of a run.
struct Told {
  std::uint64_t articles = 0;
  bool is_incomplete = false;
};

// Throws Error(config) if a watch has seen articles of another archive, or of a later state of this
// one: then it is unknown what is new.
void check_archive(const Watch& seen, const Manifest& manifest) {
  const std::string ways = "; newsquery watch --name " + seen.name +
                           " --reset tells of all its articles once more, with --from-now of "
                           "those that come from now on";
  if (seen.uuid.empty() || (seen.uuid == manifest.uuid && seen.revision <= manifest.revision &&
                            seen.sequence <= manifest.ingest_sequence))
    return;
  if (seen.uuid != manifest.uuid)
    throw Error(ExitCode::config,
                "watch '" + seen.name + "' belongs to an archive that was made anew" + ways);
  throw Error(ExitCode::config, "watch '" + seen.name +
                                    "' has seen a later state of this archive, which was taken "
                                    "back to revision " +
                                    std::to_string(manifest.revision) + ways);
}

// Limits a query to what came in after `last`, up to the present.
SearchRequest of_news(SearchRequest request, std::uint64_t last, const Manifest& manifest) {
  Node news;
  news.kind = Node::Kind::ingested;
  news.sequences = {last + 1, manifest.ingest_sequence};
  Node both;
  both.kind = Node::Kind::all_of;
  both.span = request.query.span;
  both.children = {std::move(request.query), std::move(news)};
  request.query = std::move(both);
  return request;
}

// Sets the state of a watch as if everything in the archive had been reported.
void count_as_told(Watch& seen, const Manifest& manifest) {
  seen.uuid = manifest.uuid;
  seen.sequence = manifest.ingest_sequence;
  seen.revision = manifest.revision;
  seen.time = utc_text(utc_now());
}

// Prints what is new, and collects the new states of the watches.
class WatchRun {
 public:
  WatchRun(const CommandLine& line, const Surroundings& around)
      : line_(line),
        around_(around),
        output_(output_choice(line)),
        printer_(around.out, output_, around.style(output_.color)) {}

  // Runs watches of one archive, on one state of it. If a part of the archive is missing, their
  // state does not change, and everything is printed again in the next run. A watch that cannot be
  // run ends the run; if `goes_on` is set, it is only reported.
  void tell(const fs::path& path, const std::vector<Due>& due, bool goes_on, Told& told) {
    Manifest manifest;
    std::vector<LeftOut> left_out;
    std::vector<std::optional<std::uint64_t>> articles;
    with_archive(path, [&](Archive& archive) {
      manifest = archive.manifest();
      articles.clear();
      for (const Due& each : due) articles.push_back(tell(archive, each, goes_on));
      left_out = archive.left_out();
      return true;
    });
    const bool is_whole = !newsindex::tell(left_out, path, around_.messages);
    if (!is_whole)
      around_.messages << "newsquery: this is told again the next time, since the archive is not "
                          "whole\n";
    told.is_incomplete |= !is_whole;
    for (std::size_t i = 0; i < due.size(); ++i) {
      told.articles += articles[i].value_or(0);
      told.is_incomplete |= !articles[i];
      if (articles[i] && is_whole) remember(due[i].seen, manifest);
    }
  }

  // Stores the new states of the watches. REQUIRES: the answer has left this process.
  void write(const Watches& watches) const {
    for (const Watch& seen : told_) watches.write(seen);
  }

  void close() { printer_.close(); }

 private:
  std::optional<std::uint64_t> tell(Archive& archive, const Due& due, bool goes_on) {
    try {
      return tell(archive, due);
    } catch (const SegmentDamage&) {
      throw;  // the segment is left out, and everything is asked again
    } catch (const Error& error) {
      if (!goes_on) throw;
      around_.messages << "newsquery: " << shown(error) << '\n';
      return std::nullopt;
    }
  }

  std::uint64_t tell(Archive& archive, const Due& due) {
    check_archive(due.seen, archive.manifest());
    try {
      const SearchRequest request = of_news(due.request, due.seen.sequence, archive.manifest());
      return printer_.print(archive, request, due.seen.name, [&](const SearchAnswer& part) {
        return to_answer(
            NewsAnswer{due.seen.name, due.seen.sequence, due.seen.time, part, line_.has("all")});
      });
    } catch (const QueryError& error) {
      throw Error(ExitCode::usage, "watch '" + due.seen.name + "': " + error.what(),
                  place_in_query(error, due.request.typed));
    }
  }

  void remember(Watch seen, const Manifest& manifest) {
    count_as_told(seen, manifest);
    told_.push_back(std::move(seen));
  }

  const CommandLine& line_;
  const Surroundings& around_;
  OutputChoice output_;
  PartPrinter printer_;
  std::vector<Watch> told_;
};

Answer list_answer(const std::vector<Watch>& watches) {
  Answer answer;
  answer.table.rows_name = "watches";
  answer.table.columns = {{"name", kAnywhere, Place::title, "name"},
                          {"time", kAnywhere, Place::cell, "last run"},
                          {"sequence", kAnywhere, Place::cell, "up to"},
                          {"query", kAnywhere, Place::cell, "query"},
                          {"archive", kAnywhere, Place::quiet, "archive"}};
  Group& all = answer.table.groups.emplace_back();
  for (const Watch& watch : watches)
    all.rows.push_back({watch.name, watch.time, watch.sequence, watch.query, watch.archive});
  return answer;
}

ExitCode list_watches(const CommandLine& line, const Surroundings& around, const Watches& watches) {
  const OutputChoice output = output_choice(line);
  bool is_whole = true;
  const std::vector<Watch> all = watches.all([&](const Error& error) {
    around.messages << "newsquery: " << shown(error) << '\n';
    is_whole = false;
  });
  print(around.out, output, list_answer(all), around.style(output.color));
  if (!is_whole) return ExitCode::some_rejected;
  return all.empty() ? ExitCode::no_match : ExitCode::ok;
}

// Options that change what a query finds: a watch remembers them with its query.
constexpr std::array<std::string_view, 3> kRemembered{"match", "lang", "synonyms"};

Due due_of(Watch seen, const CommandLine& line, const Surroundings& around) {
  CommandLine with_query = line;
  with_query.words = {seen.query};
  for (const auto& [name, value] : seen.options) with_query.values[name] = {value};
  SearchRequest request =
      search_request(with_query, around, detail_for(output_choice(line)), kNoLimit);
  if (!line.has("sort")) request.sort = Sort::newest;
  const bool is_another = !seen.meaning.empty() && seen.meaning != request.query_text;
  if (is_another && seen.query.find('@') != std::string::npos)
    around.messages << "newsquery: note: watch '" << seen.name << "' is of " << shown(seen.query)
                    << ", which was saved anew; articles that came in before and match only the "
                       "new one are not told\n";
  seen.meaning = request.query_text;
  return {std::move(seen), std::move(request)};
}

void remember_options(Watch& seen, const CommandLine& line) {
  for (const std::string_view name : kRemembered) {
    const std::string option(name);
    const std::string value = line.text(option);  // typed; for a new watch also from a setting
    if (value.empty() || (!line.has(option) && !seen.time.empty())) continue;
    seen.options[option] = option == "synonyms" ? fs::absolute(value).string() : value;
  }
}

// The watch of --name, as it was left; with the query of the command line, if there is one.
Watch named_watch(const CommandLine& line, const Surroundings& around,
                  const std::optional<Watch>& known) {
  const std::string name = line.text("name");
  Watch seen = known.value_or(Watch{});
  seen.name = name;
  // Typed; otherwise the watch stays at its archive.
  if (seen.archive.empty() || line.has("archive"))
    seen.archive = fs::absolute(resolve_archive(line.text("archive"), around.environment)).string();
  const std::string query = joined_words(line.words);
  if (!is_blank(query) && !seen.query.empty() && query != seen.query)
    around.messages << "newsquery: note: watch '" << name << "' had another query, "
                    << shown(seen.query) << "; articles that came in before and match only the new "
                    << "one are not told\n";
  if (!is_blank(query) && query != seen.query) seen.meaning.clear();
  if (!is_blank(query)) seen.query = query;
  remember_options(seen, line);
  if (seen.query.empty())
    refuse("there is no watch '" + shown(name) + "' yet; say what to watch for");
  return seen;
}

// Treats a damaged state like a missing one.
std::optional<Watch> found_or_damaged(const Watches& watches, const std::string& name) {
  try {
    return watches.find(name);
  } catch (const Error& error) {
    if (error.code() != ExitCode::config) throw;
    return std::nullopt;
  }
}

ExitCode reset(const CommandLine& line, const Surroundings& around, const Watches& watches) {
  const std::string name = line.text("name");
  const Watches::Lock lock(watches, name);
  Watch seen = named_watch(line, around, found_or_damaged(watches, name));
  due_of(seen, line, around);  // reports a wrong query now
  seen.uuid.clear();
  seen.sequence = seen.revision = 0;
  seen.time.clear();
  if (line.has("from-now")) {
    const Manifest manifest =
        with_archive(seen.archive, [](const Archive& archive) { return archive.manifest(); });
    count_as_told(seen, manifest);
  }
  watches.write(seen);
  return ExitCode::ok;
}

ExitCode forget(const CommandLine& line, const Watches& watches) {
  const std::string name = line.text("name");
  const Watches::Lock lock(watches, name);
  if (!watches.forget(name)) refuse("there is no watch '" + shown(name) + "'");
  return ExitCode::ok;
}

void check_options(const CommandLine& line) {
  if (line.has("from-now") && !line.has("reset"))
    refuse("--from-now goes with --reset: the watch begins with the present");
  if (line.has("all") && (line.has("name") || !line.words.empty()))
    refuse("--all runs the watches that there are; it takes no name and no query");
  if (line.has("peek") && (line.has("reset") || line.has("forget")))
    refuse("--peek leaves a watch as it is; it does not go with --reset or --forget");
  if (!line.has("all") && !line.has("list") && line.text("name").empty())
    refuse("say what the watch is called, as in: newsquery watch --name floods flood");
}

// All watches, or those of --archive; sorted so that watches of one archive are together.
std::vector<Watch> all_watches(const CommandLine& line, const Watches& watches,
                               const std::function<void(const Error&)>& damaged) {
  std::vector<Watch> all = watches.all(damaged);
  if (line.has("archive")) {
    const fs::path only = fs::absolute(line.text("archive"));
    std::erase_if(all, [&](const Watch& each) { return each.archive != only; });
  }
  std::stable_sort(all.begin(), all.end(),
                   [](const Watch& a, const Watch& b) { return a.archive < b.archive; });
  return all;
}

// The states are written after the answer was delivered, so that an interrupted run prints
// everything again. `run` and `locks` live until then.
void finish(const std::shared_ptr<WatchRun>& run, const CommandLine& line,
            const Surroundings& around, const Watches& watches, std::shared_ptr<const void> locks) {
  run->close();
  if (line.has("peek")) return;
  around.once_delivered([run, watches, locks = std::move(locks)] { run->write(watches); });
}

ExitCode code_of(const Told& told) {
  if (told.is_incomplete) return ExitCode::some_rejected;
  return told.articles > 0 ? ExitCode::ok : ExitCode::no_match;
}

ExitCode run_one(const CommandLine& line, const Surroundings& around, const Watches& watches) {
  const auto lock = std::make_shared<const Watches::Lock>(watches, line.text("name"));
  std::vector<Due> due;
  due.push_back(due_of(named_watch(line, around, watches.find(line.text("name"))), line, around));
  const auto run = std::make_shared<WatchRun>(line, around);
  Told told;
  run->tell(due.front().seen.archive, due, false, told);
  finish(run, line, around, watches, lock);
  return code_of(told);
}

// Runs all watches. A watch that cannot be run is reported, and the others are run.
class AllWatches {
 public:
  AllWatches(const CommandLine& line, const Surroundings& around, const Watches& watches)
      : line_(line), around_(around), watches_(watches) {}

  ExitCode run() {
    const std::vector<Watch> all =
        all_watches(line_, watches_, [this](const Error& error) { tell(error); });
    for (std::size_t i = 0; i < all.size();) {
      std::vector<Due> due;
      const std::string& path = all[i].archive;
      for (; i < all.size() && all[i].archive == path; ++i)
        guarded([&] { hold(all[i].name, due); });
      guarded([&] { run_->tell(path, due, true, told_); });
    }
    finish(run_, line_, around_, watches_, locks_);
    return code_of(told_);
  }

 private:
  // Locks a watch, then reads its state: no other process runs it now.
  void hold(const std::string& name, std::vector<Due>& due) {
    locks_->push_back(std::make_unique<Watches::Lock>(watches_, name));
    if (auto seen = watches_.find(name)) due.push_back(due_of(std::move(*seen), line_, around_));
  }

  template <class Do>
  void guarded(Do&& what) {
    try {
      what();
    } catch (const Error& error) {
      tell(error);
    }
  }

  void tell(const Error& error) {
    around_.messages << "newsquery: " << shown(error) << '\n';
    told_.is_incomplete = true;
  }

  const CommandLine& line_;
  const Surroundings& around_;
  const Watches& watches_;
  std::shared_ptr<WatchRun> run_ = std::make_shared<WatchRun>(line_, around_);
  std::shared_ptr<std::vector<std::unique_ptr<Watches::Lock>>> locks_ =
      std::make_shared<std::vector<std::unique_ptr<Watches::Lock>>>();
  Told told_;
};

}  // namespace

ExitCode run_watch(const CommandLine& line, const Surroundings& around) {
  const Watches watches(watches_folder(around.environment));
  check_options(line);
  if (line.has("list")) return list_watches(line, around, watches);
  if (line.has("forget")) return forget(line, watches);
  if (line.has("reset")) return reset(line, around, watches);
  if (line.has("all")) return AllWatches(line, around, watches).run();
  return run_one(line, around, watches);
}

}  // namespace newsindex
