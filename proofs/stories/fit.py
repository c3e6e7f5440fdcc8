"""Fits the weights of Evidence: fit.py pairs.csv, as EvidenceTable prints it. Prints average precision on each stream held out,
then the weights on all. Each pair counts twice: as it is, and as if all had come in a fifth of the time."""
import csv,sys,numpy as np
rows=[["" if v=="none" else v for v in r] for r in csv.reader(open(sys.argv[1]))]; head=rows[0]; F=head[5:]; rows=rows[1:]
S=np.array([r[0] for r in rows]); Y=np.array([int(r[3]) for r in rows]); L=np.array([int(r[4]) for r in rows])
X=np.array([[float(v) for v in r[5:]] for r in rows]); IDS=[(r[1],r[2]) for r in rows]
# weights set by hand are not fitted
BY_HAND=('OPPOSED',)
NO_NEARER=2; DENSER=5
def denser(X):
    D=X.copy(); h=np.expm1(X[:,F.index('HOURS')])/DENSER
    D[:,F.index('HOURS')]=np.log1p(np.maximum(h,NO_NEARER)); D[:,F.index('DAYS')]=np.maximum(0,h/24-1); return D
# sign constraints: '+' must be >=0, '-' must be <=0
SIGN={'ONE':0,'HOURS':-1,'DAYS':-1,'UNTOLD':-1,'COMMENTS':0}
def sign(f):
    if f in SIGN: return SIGN[f]
    return -1 if f.startswith('OTHER_') else 1
def fit(X,Y,cols,l2=3.0,iters=3000):
    Z=X[:,cols]; sd=Z.std(0); sd[sd==0]=1; Zs=Z/sd; w=np.zeros(len(cols)); 
    sg=np.array([sign(F[c]) for c in cols]); n=len(Y); 
    # projected gradient w/ FISTA
    Lc=0.25*np.linalg.norm(Zs,2)**2+l2; v=w.copy(); t=1
    reg=np.array([0 if F[c]=='ONE' else 1 for c in cols])
    for i in range(iters):
        p=1/(1+np.exp(-Zs@v)); g=Zs.T@(p-Y)+l2*reg*v
        nw=v-g/Lc
        nw=np.where(sg>0,np.maximum(nw,0),np.where(sg<0,np.minimum(nw,0),nw))
        nt=(1+np.sqrt(1+4*t*t))/2; v=nw+(t-1)/nt*(nw-w); w=nw; t=nt
    out=np.zeros(len(F)); out[cols]=w/sd; return out
def auc_pr(s,y):
    o=np.argsort(-s); y=y[o]; tp=np.cumsum(y); pr=tp/np.arange(1,len(y)+1); return (pr*y).sum()/y.sum()
def cols_for(same): return [i for i,f in enumerate(F) if f not in BY_HAND and (same or f not in('TERMS','TERMS_OF_SHORTER'))]
def fit_twice(X,Y,cols,l2): return fit(np.vstack([X,denser(X)]),np.concatenate([Y,Y]),cols,l2)
if __name__=='__main__':
    l2=3.0
    res={}
    for same in (1,0):
        m=L==same; cols=cols_for(same)
        for s in sorted(set(S)):
            w=fit_twice(X[m&(S!=s)],Y[m&(S!=s)],cols,l2); sc=X[m&(S==s)]@w; y=Y[m&(S==s)]
            p=sc>0; print('same' if same else 'other','held out',s,'AP %.3f'%auc_pr(sc,y),'P %.3f R %.3f'%((y[p].sum()/max(1,p.sum())),(y[p].sum()/y.sum())), 'pos',y.sum(),'of',len(y))
            res[(same,s)]=w
        w=fit_twice(X[m],Y[m],cols,l2); res[(same,'all')]=w
        sc=X[m]@w; print('   fit on all AP %.3f'%auc_pr(sc,Y[m]))
        for f,c in zip(F,w): print('     %-18s %7.3f'%(f,c))
