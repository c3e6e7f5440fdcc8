package io.tensionwire.benchmarks;

import io.tensionwire.detection.Detector;
import io.tensionwire.detection.Judgement;
import java.util.Set;
import java.util.stream.Collectors;

/** All that the detector does with an article. */
final class WholeJudgement implements Engine {
  private final Detector detector;

  WholeJudgement(Detector detector) {
    this.detector = detector;
  }

  @Override
  public Set<String> find(Text text) {
    return detector.judge(text.article()) instanceof Judgement.Named named
        ? named.detection().signals().stream().map(signal -> signal.id()).collect(Collectors.toSet()) : Set.of();
  }
}
