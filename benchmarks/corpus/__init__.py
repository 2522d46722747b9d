"""Corpora for benchmarks, made from a seed and nothing else.

Every random number comes from streams whose values are frozen by their authors
(`random.Random.random` and `numpy.random.RandomState`): one seed gives the same text everywhere,
and the same bytes of pictures for one version of Pillow and its codecs.
"""
