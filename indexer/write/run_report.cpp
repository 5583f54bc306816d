// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/write/run_report.h"

#include <algorithm>
#include <cmath>

#include <nlohmann/json.hpp>

#include "schema/article_json.h"
#include "schema/shown.h"

namespace newsindex {
namespace {

using Json = nlohmann::ordered_json;

constexpr int kReportVersion = 2;
constexpr std::size_t kMostRejectsShown = 20;

double rounded(double number, double unit) { return std::round(number / unit) * unit; }

std::string grouped(std::uint64_t number) {
  std::string text = std::to_string(number);
  for (std::size_t at = text.size(); at > 3; at -= 3) text.insert(at - 3, ",");
  return text;
}

std::string counted(std::uint64_t number, const std::string& thing) {
  return grouped(number) + " " + thing + (number == 1 ? "" : "s");
}

std::string one_decimal(double number) {
  const auto tenths = static_cast<std::uint64_t>(std::llround(number * 10));
  return std::to_string(tenths / 10) + "." + std::to_string(tenths % 10);
}

std::string lines_of_rejects(const std::vector<Reject>& all, std::size_t shown) {
  std::string text;
  for (std::size_t i = 0; i < shown; ++i) text += "newsindex: " + to_text(all[i]) + "\n";
  return text;
}

std::string article_warnings_text(const RunReport& report) {
  const std::size_t shown = std::min(report.warnings.size(), kMostRejectsShown);
  std::string text = lines_of_rejects(report.warnings, shown);
  if (report.warnings.size() > shown)
    text += "newsindex: " + counted(report.warnings.size() - shown, "more warning") +
            " (--report FILE lists them)\n";
  return text;
}

std::string rejects_text(const RunReport& report) {
  const std::size_t shown = std::min(report.rejects.size(), kMostRejectsShown);
  std::string text = lines_of_rejects(report.rejects, shown);
  if (report.rejected > shown)
    text += "newsindex: " + counted(report.rejected - shown, "more record") +
            " rejected (--report FILE lists them)\n";
  return text;
}

std::string changes_text(const RunReport& report) {
  if (report.copied > 0) return counted(report.copied, "article") + " written anew";
  if (report.is_dry) return counted(report.pruned, "article") + " would be taken out";
  if (report.added + report.replaced + report.pruned + report.superseded + report.rejected == 0)
    return "nothing changed";
  std::string text = grouped(report.added) + " added, " + grouped(report.replaced) + " replaced, " +
                     grouped(report.unchanged) + " unchanged";
  if (report.superseded > 0)
    text += ", " + counted(report.superseded, "older version") +
            " left out (same id; --id-prefix keeps sources apart)";
  if (report.pruned > 0) text += ", " + grouped(report.pruned) + " taken out";
  if (report.rejected > 0) text += ", " + grouped(report.rejected) + " rejected";
  return text;
}

Json reject_json(const Reject& reject) {
  return {{"path", reject.origin.path},
          {"entry", reject.origin.entry},
          {"record", reject.origin.record},
          {"reason", reject.reason}};
}

Json counts_json(const RunReport& report) {
  Json json{{"uuid", report.uuid},
            {"revision", report.revision},
            {"sources_read", report.sources_read},
            {"sources_unchanged", report.sources_unchanged},
            {"records", report.records},
            {"added", report.added},
            {"replaced", report.replaced},
            {"unchanged", report.unchanged},
            {"superseded", report.superseded},
            {"pruned", report.pruned},
            {"rejected", report.rejected},
            {"earlier_rejects", report.earlier_rejects},
            {"articles", report.articles},
            {"bytes_read", report.bytes_read},
            {"seconds", rounded(report.seconds, 0.001)},
            {"articles_per_second", rounded(report.articles_per_second, 0.1)},
            {"removed", report.removed},
            {"gone", report.gone},
            {"incomplete", Json::array()},
            {"links_left_out", report.links_left_out},
            {"other_analysis", report.has_other_analysis},
            {"alarms", Json::array()},
            {"left_out", Json::array()},
            {"rejects", Json::array()},
            {"warnings", Json::array()}};
  for (const IncompleteSource& each : report.incomplete)
    json["incomplete"].push_back({{"source", each.source}, {"reason", each.reason}});
  for (const SourceAlarm& alarm : report.alarms)
    json["alarms"].push_back({{"kind", alarm.kind},
                              {"of", alarm.of},
                              {"name", alarm.name},
                              {"sentence", alarm.sentence}});
  for (const Reject& reject : report.rejects) json["rejects"].push_back(reject_json(reject));
  for (const Reject& warning : report.warnings) json["warnings"].push_back(reject_json(warning));
  for (const LeftOut& each : report.left_out) json["left_out"].push_back(each.segment);
  return json;
}

std::string sources_text(const RunReport& report) {
  std::string text;
  for (const SourceAlarm& alarm : report.alarms)
    text += "newsindex: " + shown(alarm.sentence) + "\n";
  if (report.has_other_analysis)
    text +=
        "newsindex: the models or lists are not those of the earlier articles: 'newsindex retag', "
        "with the same lists, finds names and topics anew\n";
  for (const IncompleteSource& each : report.incomplete)
    text += "newsindex: " + shown(each.source) + " was not read to its end: " + shown(each.reason) +
            " (read again by every run; 'newsindex rejects --forget' sets it aside)\n";
  if (!report.links_left_out.empty())
    text += "newsindex: " + counted(report.links_left_out.size(), "link") +
            " out of their folder not followed, the first is " +
            shown(report.links_left_out.front()) + " (--follow-links)\n";
  return text;
}

}  // namespace

bool needs_attention(const RunReport& report) {
  return report.rejected > 0 || !report.incomplete.empty() || !report.left_out.empty() ||
         std::any_of(report.alarms.begin(), report.alarms.end(),
                     [](const SourceAlarm& alarm) { return alarm.kind == kEmptyFolder; });
}

std::string to_text(const Reject& reject) {
  const std::string& entry = reject.origin.entry;
  return shown(reject.origin.path) + (entry.empty() ? "" : ": " + shown(entry)) + ": record " +
         std::to_string(reject.origin.record) + ": " + shown(reject.reason);
}

std::string to_json(const RunReport& report) {
  Json json{{"version", kReportVersion},
            {"archive", report.archive},
            {"started", report.started},
            {"ended", report.ended},
            {"exit_code", static_cast<int>(report.exit_code)}};
  if (!report.error.empty()) json["error"] = report.error;
  if (!report.uuid.empty()) json.update(counts_json(report));
  return json_line(json) + "\n";
}

std::string warnings_text(const RunReport& report) {
  return rejects_text(report) + article_warnings_text(report) + sources_text(report);
}

std::string summary_text(const RunReport& report) {
  std::string text;
  if (!report.gone.empty())
    text += "newsindex: " + counted(report.gone.size(), "source") +
            (report.is_dry ? " gone" : " gone, their articles stay (--prune takes them out)") +
            "\n";
  text += "newsindex: " + changes_text(report) + " in " + one_decimal(report.seconds) + " s";
  if (report.added + report.replaced > 0)
    text += " (" + grouped(static_cast<std::uint64_t>(report.articles_per_second)) + " articles/s)";
  text += "; archive '" + shown(report.archive) + "' has " + counted(report.articles, "article") +
          " (revision " + std::to_string(report.revision) + ")\n";
  if (report.sources_unchanged > 0)
    text += "newsindex: " + counted(report.sources_unchanged, "source") +
            " unchanged since the last run, not read\n";
  if (report.earlier_rejects > 0)
    text += "newsindex: " + counted(report.earlier_rejects, "record") +
            " rejected as before (newsindex rejects lists them)\n";
  if (report.removed > 0)
    text += "newsindex: " + counted(report.removed, "article") +
            " left out: removed earlier (newsindex remove --removed lists them)\n";
  return text;
}

}  // namespace newsindex
