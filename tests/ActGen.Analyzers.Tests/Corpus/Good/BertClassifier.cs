// Title: Pooler and classifier of BERT
// Source: Devlin et al. 2019, BERT; huggingface/transformers, BertPooler and BertForSequenceClassification
// About: Tanh, dropout, logits
// Expected: none
[Network(768)]
[Dense(768, Init = Initializer.TruncatedNormal, InitScale = 0.02), Tanh]
[Dropout(0.1)]
[Dense(2, Init = Initializer.TruncatedNormal, InitScale = 0.02)]
[CrossEntropyLoss]
public sealed partial class BertClassifier;
