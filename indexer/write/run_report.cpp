// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/write/run_report.h"

#include <algorithm>
#include <cmath>

#include <nlohmann/json.hpp>

#include "schema/article_json.h"

namespace newsindex {
namespace {

using Json = nlohmann::ordered_json;

constexpr int kReportVersion = 1;
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

std::string rejects_text(const RunReport& report) {
  std::string text;
  const std::size_t shown = std::min(report.rejects.size(), kMostRejectsShown);
  for (std::size_t i = 0; i < shown; ++i) text += to_text(report.rejects[i]) + "\n";
  if (report.rejected > shown)
    text += "newsindex: " + counted(report.rejected - shown, "more record") +
            " rejected (--report FILE lists them)\n";
  return text;
}

std::string changes_text(const RunReport& report) {
  if (report.copied > 0) return counted(report.copied, "article") + " written anew";
  if (report.added + report.replaced == 0 && report.rejected == 0) return "nothing changed";
  std::string text = grouped(report.added) + " added, " + grouped(report.replaced) + " replaced, " +
                     grouped(report.unchanged) + " unchanged";
  if (report.rejected > 0) text += ", " + grouped(report.rejected) + " rejected";
  return text;
}

}  // namespace

std::string to_text(const Reject& reject) {
  const std::string& entry = reject.origin.entry;
  return "newsindex: " + reject.origin.path + (entry.empty() ? "" : ": " + entry) + ": record " +
         std::to_string(reject.origin.record) + ": " + reject.reason;
}

std::string to_json(const RunReport& report) {
  Json json{{"version", kReportVersion},
            {"archive", report.archive},
            {"uuid", report.uuid},
            {"revision", report.revision},
            {"sources_read", report.sources_read},
            {"sources_unchanged", report.sources_unchanged},
            {"records", report.records},
            {"added", report.added},
            {"replaced", report.replaced},
            {"unchanged", report.unchanged},
            {"rejected", report.rejected},
            {"earlier_rejects", report.earlier_rejects},
            {"articles", report.articles},
            {"bytes_read", report.bytes_read},
            {"seconds", rounded(report.seconds, 0.001)},
            {"articles_per_second", rounded(report.articles_per_second, 0.1)},
            {"rejects", Json::array()}};
  for (const Reject& reject : report.rejects)
    json["rejects"].push_back({{"path", reject.origin.path},
                               {"entry", reject.origin.entry},
                               {"record", reject.origin.record},
                               {"reason", reject.reason}});
  if (!report.left_out.empty()) json["incomplete"] = true;
  for (const LeftOut& each : report.left_out) json["left_out"].push_back(each.segment);
  return json_line(json) + "\n";
}

std::string to_text(const RunReport& report) {
  std::string text = rejects_text(report) + "newsindex: " + changes_text(report) + " in " +
                     one_decimal(report.seconds) + " s";
  if (report.added + report.replaced > 0)
    text += " (" + grouped(static_cast<std::uint64_t>(report.articles_per_second)) + " articles/s)";
  text += "; archive '" + report.archive + "' has " + counted(report.articles, "article") +
          " (revision " + std::to_string(report.revision) + ")\n";
  if (report.sources_unchanged > 0)
    text += "newsindex: " + counted(report.sources_unchanged, "source") +
            " unchanged since the last run, not read\n";
  if (report.earlier_rejects > 0)
    text += "newsindex: " + counted(report.earlier_rejects, "record") +
            " of them rejected then (--again reads them again)\n";
  return text;
}

}  // namespace newsindex
