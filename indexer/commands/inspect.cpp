// SPDX-License-Identifier: GPL-3.0-or-later
#include <ostream>
#include <thread>

#include <nlohmann/json.hpp>

#include "indexer/commands/commands.h"
#include "indexer/commands/confine.h"
#include "indexer/commands/requests.h"
#include "indexer/readers/reader.h"
#include "indexer/sources/issue_pages.h"
#include "indexer/write/intake.h"
#include "schema/article_json.h"

namespace newsindex {
namespace {

constexpr std::uint64_t kChunkBytes = 16u << 20;
constexpr std::size_t kMostWaiting = 16;

nlohmann::ordered_json why_json(const Why& why) {
  nlohmann::ordered_json json{{"fields", nlohmann::ordered_json::array()},
                              {"cut", nlohmann::ordered_json::array()}};
  for (const WhyField& field : why.fields)
    json["fields"].push_back(
        {{"field", field.field}, {"rule", field.rule}, {"value", field.value}});
  for (const WhyCut& cut : why.cut)
    json["cut"].push_back({{"reason", cut.reason}, {"text", cut.text}});
  return json;
}

class Inspection {
 public:
  Inspection(const UnderstandOptions& options, const Enricher& enricher, std::size_t threads,
             const Streams& streams, const StopRequest& stop)
      : streams_(streams),
        stop_(stop),
        explains_(options.explain),
        pool_(threads, kMostWaiting),
        intake_({}, options, enricher, profiles_, pool_) {
    pool_.call_while_waiting([&stop] { stop.check(); });
  }

  void read(const SourceFile& file, const ReadLimits& limits) {
    read_records(
        file, limits,
        [this](Record record) {
          intake_.add(std::move(record));
          stop_.check();
          if (intake_.bytes() >= kChunkBytes) print(Drain::ready);
          return streams_.out.good();
        },
        [this](const Reject& rejected) { reject(rejected); });
  }

  void print(Drain which) {
    for (const TakenArticle& taken :
         intake_.drain(which, [this](const Reject& rejected) { reject(rejected); })) {
      stop_.check();
      auto json = to_json(taken.article);
      if (!taken.warning.empty())
        streams_.messages.warning(to_text(Reject{taken.article.origin, taken.warning}));
      if (explains_) json["why"] = why_json(taken.why);
      streams_.out << json_line(json) << '\n';
      ++articles_;
    }
  }

  void reject(const Reject& rejected) {
    stop_.check();  // an interrupted record is no reject
    streams_.messages.at_least(Level::warning).warning(to_text(rejected));
    ++rejected_;
  }

  bool has_rejected() const { return rejected_ > 0; }

 private:
  const Streams& streams_;
  const StopRequest& stop_;
  const bool explains_;
  WorkerPool pool_;
  SiteProfiles profiles_;
  Intake intake_;
  std::uint64_t articles_ = 0;
  std::uint64_t rejected_ = 0;
};

}  // namespace

ExitCode run_inspect(const Flags& flags, const Environment& environment, const Streams& streams,
                     StopRequest& stop) {
  const UnderstandOptions options = understand_options(flags);
  for (const std::string& warning : warnings_of(options)) streams.messages.warning(warning);
  confine_if_asked(flags, {}, streams);
  const Enricher enricher(enrich_settings(flags, environment));
  const std::size_t threads =
      flags.threads > 0 ? flags.threads : std::max(1u, std::thread::hardware_concurrency());
  Inspection inspection(options, enricher, threads, streams, stop);
  FoundFiles found = find_files(
      flags.arguments, find_options(flags),
      [&](const Reject& missing) { inspection.reject(missing); }, [&stop] { stop.check(); });
  if (found.files.empty() && inspection.has_rejected()) return ExitCode::no_input;
  ReadLimits limits = read_limits(flags, options);
  limits.go_on = [&stop] { return !stop.is_asked(); };
  join_pages(found, {}, limits);
  for (const SourceFile& file : found.files) {
    inspection.read(file, limits);
    stop.check();
  }
  inspection.print(Drain::all);
  return inspection.has_rejected() ? ExitCode::some_rejected : ExitCode::ok;
}

}  // namespace newsindex
